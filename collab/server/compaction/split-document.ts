import * as Y from 'yjs';
import { encodePart, inCausalOrder, roughBytes, type Struct } from '#collab/document/causal-order.ts';

/**
 * A document as V1 updates of about `partBytes` each, to be applied in order: every struct comes after what it builds on, so
 * that no part waits for a later one; deletions come last.
 */
export const splitDocument = (doc: Y.Doc, partBytes: number): Uint8Array[] => {
  const parts: Uint8Array[] = [];
  let slice: Struct[] = [];
  let bytes = 0;
  for (const struct of inCausalOrder(doc.store.clients)) {
    slice.push(struct);
    bytes += roughBytes(struct);
    if (bytes < partBytes) continue;
    parts.push(encodePart(slice));
    slice = [];
    bytes = 0;
  }
  if (slice.length > 0) parts.push(encodePart(slice));
  parts.push(encodePart([], Y.createDeleteSetFromStructStore(doc.store).clients));
  return parts;
};
