import * as Y from 'yjs';
import type { Id, ParsedUpdate } from './parse-update.ts';

/**
 * True when the update builds on something neither the document nor the update itself holds. Such structs would wait in
 * memory for ever, unseen by everyone; an honest client never sends them once its handshake is through.
 */
export const leavesGap = (update: ParsedUpdate, doc: Y.Doc): boolean => {
  const known = new Map<number, number>();
  const ticks = (client: number) => known.get(client) ?? Y.getState(doc.store, client);
  for (const { client, clock, length, kind } of update.structs) {
    if (kind === 'skip') continue;
    if (clock > ticks(client)) return true;
    known.set(client, Math.max(ticks(client), clock + length));
  }
  const isMissing = (id: Id | 'root' | null) => id !== null && id !== 'root' && id.clock >= ticks(id.client);
  return (
    update.structs.some(
      ({ origin, rightOrigin, parent }) => isMissing(origin) || isMissing(rightOrigin) || isMissing(parent),
    ) || update.deletes.some(({ client, clock, length }) => clock + length > ticks(client))
  );
};

/** True when the document already has every struct and deletion: each reconnect sends the whole delete set again. */
export const bringsNothing = (update: ParsedUpdate, doc: Y.Doc): boolean =>
  update.structs.every(
    ({ client, clock, length, kind }) => kind === 'skip' || clock + length <= Y.getState(doc.store, client),
  ) && update.deletes.every(({ client, clock, length }) => isDeletedAlready(doc, client, clock, length));

const isDeletedAlready = (doc: Y.Doc, client: number, clock: number, length: number): boolean => {
  const structs = doc.store.clients.get(client);
  if (!structs || clock + length > Y.getState(doc.store, client)) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + length) return true;
    if (!struct.deleted) return false;
  }
  return true;
};

/** True when the update only takes away: allowed even in a full document. */
export const onlyDeletes = (update: ParsedUpdate): boolean => update.structs.length === 0;

/** The Yjs clients whose structs the update holds, or, where it only deletes, none. */
export const authorsOf = (update: ParsedUpdate): number[] => [
  ...new Set(update.structs.filter(({ kind }) => kind !== 'skip').map(({ client }) => client)),
];
