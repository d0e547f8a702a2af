import { FACT, WORDS } from '#collab/document/field-names.ts';
import { assembleBlocks } from '#domain/history/assemble-blocks.ts';
import { type By, type ChangedPart, type ChangedPlace, isChangedBlock } from '#domain/history/changes.ts';
import { changedFacts } from './changed-facts.ts';
import { NOTHING, type Picture } from './picture.ts';
import type { Origin } from './place-tokens.ts';

/** Who put in, or took out, what comes from these structs. */
export type WhoOf = (op: 'in' | 'out', origin: Origin) => By;

type Family = 'sections' | 'findings' | 'moments';
type PlaceName = ChangedPlace['name'];

/**
 * The parts that differ, in the later reading order.
 * @param touched places in which something happened between the two
 */
export function comparePictures(
  before: Picture,
  after: Picture,
  touched: ReadonlySet<string>,
  whoOf: WhoOf,
): ChangedPart[] {
  const comparing: Comparing = { before, after, touched, whoOf };
  const lines = (['title', 'standfirst'] as const).map((kind): ChangedPart => {
    const places = placesThatDiffer(comparing, 'same', [['words', WORDS[kind], '']]);
    return { kind, id: '', title: '', op: 'same', by: [], facts: [], places };
  });
  const parts = FAMILIES.flatMap((family) =>
    idsOf(before.structure[family], after.structure[family]).map((id) => comparePart(comparing, family, id)),
  );
  return [...lines, ...parts].filter(isChanged);
}

const FAMILIES: readonly Family[] = ['sections', 'findings', 'moments'];

interface Comparing {
  before: Picture;
  after: Picture;
  touched: ReadonlySet<string>;
  whoOf: WhoOf;
}

function comparePart(comparing: Comparing, family: Family, id: string): ChangedPart {
  const { before, after, whoOf } = comparing;
  const had = before.structure[family].some((one) => one.id === id);
  const has = after.structure[family].some((one) => one.id === id);
  const op = had && has ? 'same' : has ? 'in' : 'out';
  const removed = after.facts[family][id]?.[FACT.removed];
  const { kind, title } = PARTS[family];
  return {
    kind,
    id,
    title: title ? (has ? after : before).line(title(id)) : '',
    op,
    by: op !== 'same' && removed ? whoOf('in', removed.origin) : [],
    facts: op === 'same' ? changedFacts(before, after, family, id, whoOf) : [],
    places: placesThatDiffer(comparing, op, [
      ...PARTS[family].places.map(([name, field]) => [name, field(id), ''] as const),
      ...(family === 'moments' ? accountsOf(comparing, id) : []),
    ]),
  };
}

const PARTS: Record<
  Family,
  {
    kind: ChangedPart['kind'];
    title: ((id: string) => string) | null;
    places: [PlaceName, (id: string) => string][];
  }
> = {
  sections: {
    kind: 'section',
    title: WORDS.sectionTitle,
    places: [
      ['title', WORDS.sectionTitle],
      ['words', WORDS.section],
    ],
  },
  findings: {
    kind: 'finding',
    title: WORDS.findingTitle,
    places: [
      ['title', WORDS.findingTitle],
      ['words', WORDS.finding],
      ['reasonable', WORDS.findingReasonable],
      ['ended', WORDS.findingEnded],
    ],
  },
  moments: { kind: 'moment', title: null, places: [['words', WORDS.moment]] },
};

type AskedPlace = readonly [name: PlaceName, field: string, teller: string, op?: ChangedPart['op']];

/** An account that came or went does so with all its words. */
function accountsOf({ before, after }: Comparing, moment: string): AskedPlace[] {
  const accounts = ({ structure }: Picture) =>
    structure.moments.find(({ id }) => id === moment)?.accounts ?? [];
  const [had, has] = [accounts(before), accounts(after)];
  return idsOf(had, has).map((id): AskedPlace => {
    const [from, to] = [had, has].map((list) => list.find((one) => one.id === id));
    const op = from && to ? 'same' : to ? 'in' : 'out';
    return ['account', WORDS.account(id), (to ?? from)?.teller ?? '', op];
  });
}

/** Places that read the same say nothing. */
function placesThatDiffer(
  { before, after, touched, whoOf }: Comparing,
  partOp: ChangedPart['op'],
  asked: readonly AskedPlace[],
): ChangedPlace[] {
  return asked.flatMap(([name, field, teller, op = partOp]): ChangedPlace[] => {
    const whole = partOp === 'same' ? op : partOp;
    if (whole === 'same' && !touched.has(field)) return [];
    const [from, to] = [whole === 'in' ? NOTHING : before, whole === 'out' ? NOTHING : after];
    const blocks = assembleBlocks(from.tokens(field), to.tokens(field), whoOf);
    return blocks.some(isChangedBlock) ? [{ name, teller, blocks }] : [];
  });
}

/** In the later order; what went stands behind what it stood behind before. */
function idsOf(before: readonly { id: string }[], after: readonly { id: string }[]): string[] {
  const ids = after.map(({ id }) => id);
  for (const [at, { id }] of before.entries()) {
    if (ids.includes(id)) continue;
    ids.splice(ids.indexOf(before[at - 1]?.id ?? '') + 1, 0, id);
  }
  return ids;
}

const isChanged = ({ op, facts, places }: ChangedPart): boolean =>
  op !== 'same' || facts.length > 0 || places.length > 0;
