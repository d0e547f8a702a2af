import { FACT, type FactFamily, WORDS } from '#collab/document/field-names.ts';
import { assembleBlocks } from '#domain/history/assemble-blocks.ts';
import { type By, type ChangedPart, type ChangedPlace, isChangedBlock } from '#domain/history/changes.ts';
import { changedFacts } from './changed-facts.ts';
import { NOTHING, type Picture } from './picture.ts';
import type { Origin } from './place-tokens.ts';

/** Who put in, or took out, what comes from these structs. */
export type WhoOf = (op: 'in' | 'out', origin: Origin) => By;

/** The parts that differ, in the later reading order. */
export function comparePictures(before: Picture, after: Picture, whoOf: WhoOf): ChangedPart[] {
  const place = (name: ChangedPlace['name'], field: string, teller = ''): ChangedPlace => ({
    name,
    teller,
    blocks: assembleBlocks(before.tokens(field), after.tokens(field), whoOf),
  });
  const lines = (['title', 'standfirst'] as const).map(
    (kind): ChangedPart => ({
      kind,
      id: '',
      title: '',
      op: 'same',
      by: [],
      facts: [],
      places: [place('words', WORDS[kind])],
    }),
  );
  const entries = PARTS.flatMap(({ kind, family, title, places }) =>
    idsOf(before.structure[family], after.structure[family]).map((id): ChangedPart => {
      const had = before.structure[family].some((one) => one.id === id);
      const has = after.structure[family].some((one) => one.id === id);
      const [from, to] = [had ? before : NOTHING, has ? after : NOTHING];
      const op = had && has ? 'same' : has ? 'in' : 'out';
      const there = has ? after : before;
      return {
        kind,
        id,
        title: title ? there.line(title(id)) : '',
        op,
        by: op === 'same' ? [] : whoChanged(after, family, id, whoOf),
        facts: op === 'same' ? changedFacts(before, after, family, id, whoOf) : [],
        places: [
          ...places.map(([name, field]) => ({
            name,
            teller: '',
            blocks: assembleBlocks(from.tokens(field(id)), to.tokens(field(id)), whoOf),
          })),
          ...(family === 'moments' ? accountPlaces(from, to, id, whoOf) : []),
        ],
      };
    }),
  );
  return [...lines, ...entries].map(onlyWhatDiffers).filter(isChanged);
}

const PARTS: {
  kind: ChangedPart['kind'];
  family: 'sections' | 'findings' | 'moments';
  title: ((id: string) => string) | null;
  places: [ChangedPlace['name'], (id: string) => string][];
}[] = [
  {
    kind: 'section',
    family: 'sections',
    title: WORDS.sectionTitle,
    places: [
      ['title', WORDS.sectionTitle],
      ['words', WORDS.section],
    ],
  },
  {
    kind: 'finding',
    family: 'findings',
    title: WORDS.findingTitle,
    places: [
      ['title', WORDS.findingTitle],
      ['words', WORDS.finding],
      ['reasonable', WORDS.findingReasonable],
      ['ended', WORDS.findingEnded],
    ],
  },
  { kind: 'moment', family: 'moments', title: null, places: [['words', WORDS.moment]] },
];

/** In the later order; what went stands behind what it stood behind before. */
function idsOf(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const ids = after.map(({ id }) => id);
  for (const [at, { id }] of before.entries()) {
    if (ids.includes(id)) continue;
    ids.splice(ids.indexOf(before[at - 1]?.id ?? '') + 1, 0, id);
  }
  return ids;
}

/** Whoever last changed whether a part is there. */
function whoChanged(after: Picture, family: FactFamily, id: string, whoOf: WhoOf): By {
  const removed = after.facts[family][id]?.[FACT.removed];
  return removed ? whoOf('in', removed.origin) : [];
}

function accountPlaces(before: Picture, after: Picture, moment: string, whoOf: WhoOf): ChangedPlace[] {
  const accounts = ({ structure }: Picture) =>
    structure.moments.find(({ id }) => id === moment)?.accounts ?? [];
  const [had, has] = [accounts(before), accounts(after)];
  return idsOf(had, has).map((id) => {
    const [from, to] = [had, has].map((list) => list.find((one) => one.id === id));
    const field = WORDS.account(id);
    const tokens = [from ? before.tokens(field) : [], to ? after.tokens(field) : []] as const;
    return {
      name: 'account',
      teller: (to ?? from)?.teller ?? '',
      blocks: assembleBlocks(tokens[0], tokens[1], whoOf),
    };
  });
}

/** Empty places and those that read the same say nothing. */
const onlyWhatDiffers = (part: ChangedPart): ChangedPart => ({
  ...part,
  places: part.places.filter(({ blocks }) => blocks.some(isChangedBlock)),
});

const isChanged = ({ op, facts, places }: ChangedPart): boolean =>
  op !== 'same' || facts.length > 0 || places.length > 0;
