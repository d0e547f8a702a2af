import * as Y from 'yjs';
import { blockElement, emptyParagraph } from '#collab/document/block-elements.ts';
import { FACT, FACTS_ORIGIN, type FactFamily, type Facts, factsOf } from '#collab/document/field-names.ts';
import { keyAfter, placed } from '#collab/document/order-keys.ts';
import type { Block } from '#domain/write-up.ts';

/** Behind which entry something is placed: an id, null for the beginning, undefined for the end. */
export type After = string | null | undefined;

/** Runs a change of facts as one step of the person's own undo. */
export const change = <T>(doc: Y.Doc, deed: () => T): T => doc.transact(deed, FACTS_ORIGIN);

/**
 * Adds an entry with its words. It is written first and shown second: undo takes back only the showing,
 * so an entry a neighbour has begun to write in is removed, never lost.
 */
export function addEntry(
  doc: Y.Doc,
  family: FactFamily,
  entry: { id: string; facts: Record<string, unknown>; after?: After },
  fill: () => void,
): void {
  const order = keyAfter(placed(doc, family), entry.after);
  doc.transact(() => {
    putEntry(doc, family, entry.id, { ...entry.facts, order, [FACT.removed]: true });
    fill();
  });
  restoreEntry(doc, family, entry.id);
}

/** Writes an entry whose order is already known. */
export function putEntry(doc: Y.Doc, family: FactFamily, id: string, facts: Record<string, unknown>): void {
  const entry = new Y.Map<unknown>(
    Object.entries({ [FACT.removed]: false, ...facts })
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, plain(value)]),
  );
  factsOf(doc, family).set(id, entry);
}

/** Moves by its order key alone: no word is touched. */
export function moveEntry(doc: Y.Doc, family: FactFamily, id: string, after: After): void {
  const others = placed(doc, family).filter((entry) => entry.id !== id);
  withEntry(doc, family, id, (facts) => facts.set(FACT.order, keyAfter(others, after)));
}

/** Removing deletes no words; restoring shows them again. */
export const removeEntry = (doc: Y.Doc, family: FactFamily, id: string): void =>
  setFact(doc, family, id, FACT.removed, true);

export const restoreEntry = (doc: Y.Doc, family: FactFamily, id: string): void =>
  setFact(doc, family, id, FACT.removed, false);

export const setFact = (doc: Y.Doc, family: FactFamily, id: string, key: string, value: unknown): void =>
  withEntry(doc, family, id, (facts) => (value === null ? facts.delete(key) : facts.set(key, plain(value))));

/** Does nothing when nobody has that entry. */
export function withEntry(doc: Y.Doc, family: FactFamily, id: string, deed: (facts: Facts) => void): void {
  const facts = factsOf(doc, family).get(id);
  if (facts) change(doc, () => deed(facts));
}

/** Fills an empty place. A place always holds a block with a text in it, so that two who begin at once write into the same. */
export function fillWords(doc: Y.Doc, name: string, blocks: readonly Block[]): void {
  const fragment = doc.getXmlFragment(name);
  fragment.insert(fragment.length, (blocks.length > 0 ? blocks : [emptyParagraph()]).map(blockElement));
}

export const fillLine = (doc: Y.Doc, name: string, text: string): void =>
  fillWords(doc, name, [{ ...emptyParagraph(), content: text === '' ? [] : [{ text }] }]);

/** Adds a block at the end of a place, as quoting a message does. */
export function appendBlock(doc: Y.Doc, name: string, block: Block): void {
  change(doc, () => {
    const fragment = doc.getXmlFragment(name);
    fragment.insert(fragment.length, [blockElement(block)]);
  });
}

/** Yjs stores an object only when it is a plain one; ours may come from a parser that made it without a prototype. */
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? { ...value } : value;
