import * as Y from 'yjs';
import type { Id, ParsedStruct, ParsedUpdate } from './parse-update.ts';
import { structFinder } from './struct-finder.ts';

/**
 * True when the update builds on something neither the document nor the update itself holds, or on itself in a circle. Such structs
 * would wait in memory for ever, unseen by everyone; an honest client never sends them once its handshake is through.
 */
export const leavesGap = (update: ParsedUpdate, doc: Y.Doc): boolean => {
  const known = new Map<number, number>();
  const ticks = (client: number) => known.get(client) ?? Y.getState(doc.store, client);
  const isMissing = (id: Id | 'root' | null): id is Id =>
    id !== null && id !== 'root' && id.clock >= ticks(id.client);
  return (
    !comesInWhole(update, { known, ticks, isMissing }) ||
    update.deletes.some(({ client, clock, length }) => clock + length > ticks(client))
  );
};

interface Known {
  known: Map<number, number>;
  ticks(client: number): number;
  isMissing(id: Id | 'root' | null): id is Id;
}

/** Takes the structs in as Yjs does, each client's in order, each after what it builds on; false when some can never come in. */
const comesInWhole = (update: ParsedUpdate, { known, ticks, isMissing }: Known): boolean => {
  const runs = [
    ...Map.groupBy(
      update.structs.filter(({ kind }) => kind !== 'skip'),
      ({ client }) => client,
    ).values(),
  ].map((structs) => ({ structs, next: 0 }));
  const structAt = structFinder(update);
  const waiting = new Map<ParsedStruct, typeof runs>();
  const ready = [...runs];
  for (let run = ready.pop(); run; run = ready.pop()) {
    for (let struct = run.structs[run.next]; struct; struct = run.structs[++run.next]) {
      if (struct.clock > ticks(struct.client)) return false;
      const missing = [struct.origin, struct.rightOrigin, struct.parent].find(isMissing);
      if (missing) {
        const holder = structAt(missing);
        if (!holder) return false;
        const others = waiting.get(holder);
        if (others) others.push(run);
        else waiting.set(holder, [run]);
        break;
      }
      known.set(struct.client, Math.max(ticks(struct.client), struct.clock + struct.length));
      ready.push(...(waiting.get(struct) ?? []));
      waiting.delete(struct);
    }
  }
  return waiting.size === 0;
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
