import type * as Y from 'yjs';

/** A room's whole state at one `rev`, as everyone in the room may see it. */
export interface Projection<Value> {
  rev: number;
  value: Value;
}

/** The root map that holds it: one value under `String(rev)`. Readers take the highest; the writer deletes lower ones. */
export const projectionMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('projection');

/** The newest projection in the document, or null before the first. */
export const readProjection = <Value>(doc: Y.Doc): Projection<Value> | null => {
  const map = projectionMap(doc);
  const newest = Math.max(...[...map.keys()].map(Number));
  if (!Number.isFinite(newest)) return null;
  // the server alone writes room documents, with the value its own projection function returned
  return { rev: newest, value: map.get(String(newest)) as Value };
};

/** What the server says to one person's tabs in a room: what is theirs alone has changed, and is read over HTTP. */
export const OWN_CHANGED = 'own: changed';

export const PROJECTION_MAX_BYTES = 32 * 1024;
