import fc from 'fast-check';
import * as Y from 'yjs';
import { blockElement, ELEMENT } from '#collab/document/block-elements.ts';
import { addFinding, removeFinding, setFindingKind } from '#collab/document/findings.ts';
import { addMoment, removeMoment } from '#collab/document/moments.ts';
import { readStructure } from '#collab/document/read-structure.ts';
import { addSection, moveSection, removeSection } from '#collab/document/sections.ts';
import { anyWriteUp } from '#collab/document/write-up.arbitrary.ts';
import { type Block, FINDING_KINDS, type WriteUp } from '#domain/write-up.ts';
import { pick } from './seeded.ts';

/** Makes one edit after another, each as an editor of the write-up could have made it, in any order chance has them come. */
export const editsByChance = (seed: number, chance: () => number): ((doc: Y.Doc) => void) => {
  const material = fc.sample(anyWriteUp(), { seed, numRuns: 40 });
  /** As the editors give each new part an id nobody has. */
  const fresh = <T extends { id: string }>(one: T): T => ({ ...one, id: (chance() * 2 ** 53).toString(16) });
  const some = <T>(of: (writeUp: WriteUp) => readonly T[]) => pick(chance, material.flatMap(of));
  const place = (doc: Y.Doc) =>
    pick(
      chance,
      [...doc.share.keys()].filter((name) => /^(section|finding|moment|account)(-\w+)?:/.test(name)),
    );
  const texts = (doc: Y.Doc): Y.XmlText[] => {
    const name = place(doc);
    return name ? textsIn(doc.getXmlFragment(name)) : [];
  };
  const deeds: ((doc: Y.Doc) => void)[] = [
    typeIn(texts, chance),
    typeIn(texts, chance),
    takeOutOf(texts, chance),
    markIn(texts, chance),
    (doc) => {
      const block = some(blocksOf);
      const body = bodyOf(doc, place(doc));
      if (block && body) body.insert(Math.floor(chance() * (body.length + 1)), [blockElement(fresh(block))]);
    },
    (doc) => {
      const body = bodyOf(doc, place(doc));
      if (body && body.length > 1) body.delete(Math.floor(chance() * body.length), 1);
    },
    (doc) => {
      const body = bodyOf(doc, place(doc));
      const block = body && pick(chance, body.toArray());
      if (block instanceof Y.XmlElement && block.nodeName === ELEMENT.text)
        block.setAttribute('kind', 'quote');
    },
    (doc) =>
      ifAny(
        some(({ sections }) => sections),
        (section) => addSection(doc, fresh(section)),
      ),
    (doc) =>
      ifAny(
        some(({ findings }) => findings),
        (finding) => addFinding(doc, fresh(finding)),
      ),
    (doc) =>
      ifAny(
        some(({ moments }) => moments),
        (moment) => addMoment(doc, { ...fresh(moment), accounts: moment.accounts.map(fresh) }),
      ),
    (doc) => ifAny(pick(chance, readStructure(doc).sections), ({ id }) => moveSection(doc, id, null)),
    (doc) => ifAny(pick(chance, readStructure(doc).sections), ({ id }) => removeSection(doc, id)),
    (doc) => ifAny(pick(chance, readStructure(doc).findings), ({ id }) => removeFinding(doc, id)),
    (doc) => ifAny(pick(chance, readStructure(doc).moments), ({ id }) => removeMoment(doc, id)),
    (doc) =>
      ifAny(pick(chance, readStructure(doc).findings), ({ id }) =>
        setFindingKind(doc, id, pick(chance, FINDING_KINDS) ?? 'risk'),
      ),
  ];
  return (doc) => {
    const deed = pick(chance, deeds);
    if (deed) doc.transact(() => deed(doc));
  };
};

const ifAny = <T>(one: T | undefined, deed: (one: T) => void): void => {
  if (one !== undefined) deed(one);
};

type TextsOf = (doc: Y.Doc) => Y.XmlText[];

const typeIn = (texts: TextsOf, chance: () => number) => (doc: Y.Doc) =>
  ifAny(pick(chance, texts(doc)), (text) =>
    text.insert(
      Math.floor(chance() * (text.length + 1)),
      pick(chance, ['so ', 'was it? ', 'ä', '🫖 ']) ?? '',
    ),
  );

const takeOutOf = (texts: TextsOf, chance: () => number) => (doc: Y.Doc) =>
  ifAny(pick(chance, texts(doc)), (text) => {
    const at = Math.floor(chance() * text.length);
    text.delete(at, Math.min(text.length - at, 1 + Math.floor(chance() * 12)));
  });

const markIn = (texts: TextsOf, chance: () => number) => (doc: Y.Doc) =>
  ifAny(pick(chance, texts(doc)), (text) => {
    const at = Math.floor(chance() * text.length);
    text.format(at, Math.min(text.length - at, 6), { bold: {} });
  });

const blocksOf = ({ sections, findings }: WriteUp): Block[] => [
  ...sections.flatMap(({ blocks }) => blocks),
  ...findings.flatMap(({ blocks }) => blocks),
];

/** A place of blocks; a title holds one line and no more. */
const bodyOf = (doc: Y.Doc, name: string | undefined): Y.XmlFragment | null =>
  name && !name.includes('-title:') ? doc.getXmlFragment(name) : null;

const textsIn = (fragment: Y.XmlFragment): Y.XmlText[] =>
  fragment
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlText ? [node] : node instanceof Y.XmlFragment ? textsIn(node) : [],
    );
