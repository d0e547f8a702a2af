import * as Y from 'yjs';
import { splitDocument } from './split-document.ts';

const PART_BYTES = 120 * 1024;

/**
 * Builds a document from an earlier snapshot and log rows, and takes it apart again; throws unless both say the same.
 * @param apply how each is applied; whoever watches what rows do hands in their own
 */
export const buildSnapshot = (
  updates: readonly Uint8Array[],
  apply: (doc: Y.Doc, update: Uint8Array, at: number) => void = (doc, update) => Y.applyUpdate(doc, update),
): Uint8Array[] => {
  const doc = new Y.Doc();
  for (const [at, update] of updates.entries()) apply(doc, update, at);
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw new Error('the log builds on something that is not there');
  const parts = splitDocument(doc, PART_BYTES);
  const again = docOf(parts);
  const isWhole = !again.store.pendingStructs && !again.store.pendingDs;
  if (!isWhole || !Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again)))
    throw new Error('a snapshot would differ');
  return parts;
};

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
