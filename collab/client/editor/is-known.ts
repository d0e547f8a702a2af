import * as Y from 'yjs';
import { ELEMENT } from '#collab/document/block-elements.ts';

/** What each element may hold; `words` is one run of text. */
const HOLDS: Record<string, readonly string[]> = {
  [ELEMENT.text]: ['words'],
  [ELEMENT.table]: [ELEMENT.row],
  [ELEMENT.row]: [ELEMENT.cell, ELEMENT.headerCell],
  [ELEMENT.cell]: [ELEMENT.text],
  [ELEMENT.headerCell]: [ELEMENT.text],
  [ELEMENT.picture]: [],
  [ELEMENT.evidence]: [],
  [ELEMENT.pointer]: [],
  [ELEMENT.rule]: [],
};
const TOP = [ELEMENT.text, ELEMENT.table, ELEMENT.picture, ELEMENT.evidence, ELEMENT.pointer, ELEMENT.rule];

/**
 * True where an editor knows everything a place holds. The binding deletes for everyone what it does not know,
 * and throws at text outside a block: such a place is shown to read instead.
 */
export const isKnown = (fragment: Y.XmlFragment): boolean =>
  fragment.toArray().every((child) => fits(child, TOP));

function fits(node: unknown, allowed: readonly string[]): boolean {
  if (node instanceof Y.XmlText) return allowed.includes('words');
  if (!(node instanceof Y.XmlElement) || !allowed.includes(node.nodeName)) return false;
  const holds = HOLDS[node.nodeName] ?? [];
  return node.toArray().every((child) => fits(child, holds));
}
