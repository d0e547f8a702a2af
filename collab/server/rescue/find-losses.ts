import * as Y from 'yjs';
import type { Caps } from '../limits.ts';
import { type ParsedUpdate, parseUpdate } from '../updates/parse-update.ts';
import { createIdSet, type IdRange, type IdSet } from './id-set.ts';

/** Words that went while one update was applied, and that its delete set does not name. */
export interface Loss extends IdRange {
  kind: 'lost' | 'hidden';
}

const TRUSTED: Pick<Caps, 'structs' | 'structLength' | 'nesting'> = {
  structs: Number.MAX_SAFE_INTEGER,
  structLength: Number.MAX_SAFE_INTEGER,
  nesting: Number.MAX_SAFE_INTEGER,
};

/** An update from the log: it was checked before it came in. */
export const parseLogged = (bytes: Uint8Array): ParsedUpdate => parseUpdate(bytes, TRUSTED);

/**
 * Applies a logged update and answers what it took away unseen. A deletion names everything its author saw going; what goes
 * with it and is not named was typed by somebody whose words had not reached them, or arrived where the place was gone already.
 */
export const applyAndFindLosses = (doc: Y.Doc, bytes: Uint8Array): IdRange[] => {
  // deletions that came before what they delete: their author had seen it
  const waiting = doc.store.pendingDs;
  const suspects: IdRange[] = [];
  const look = (transaction: Y.Transaction) => {
    suspects.push(...deletedWords(transaction), ...bornGone(transaction));
  };
  doc.on('afterTransaction', look);
  Y.applyUpdate(doc, bytes);
  doc.off('afterTransaction', look);
  if (suspects.length === 0) return [];
  const named = createIdSet([...parseLogged(bytes).deletes, ...(waiting ? deletesOf(waiting) : [])]);
  return suspects.flatMap((range) => named.missing(range));
};

/** Words a transaction deleted that its update does not name: the same question about the live document. */
export const losesUnnamed = (transaction: Y.Transaction, named: () => IdSet): boolean => {
  const suspects = deletedWords(transaction);
  return suspects.length > 0 && suspects.some((range) => named().missing(range).length > 0);
};

/** True when an update brought something that was gone at once, and does not say so itself. */
export const bringsGone = (doc: Y.Doc, { structs }: ParsedUpdate, named: () => IdSet): boolean =>
  structs.some(({ kind, client, clock, length }) => {
    if (kind !== 'item') return false;
    const here = doc.store.clients.get(client) ?? [];
    if (clock >= Y.getState(doc.store, client)) return false;
    return (
      here[Y.findIndexSS(here, clock)] instanceof Y.GC &&
      named().missing({ client, clock, length }).length > 0
    );
  });

const deletedWords = ({ deleteSet, doc }: Y.Transaction): IdRange[] => {
  const words: IdRange[] = [];
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges)
      for (const struct of structsWithin(structs, clock, len))
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
          words.push(rangeOf(client, struct));
  }
  return words;
};

/** What was integrated as gone, because the place it belongs to has been collected. */
const bornGone = ({ beforeState, afterState, doc }: Y.Transaction): IdRange[] => {
  const gone: IdRange[] = [];
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0;
    if (after === before) continue;
    for (const struct of structsWithin(doc.store.clients.get(client) ?? [], before, after - before))
      if (struct instanceof Y.GC) gone.push(rangeOf(client, struct));
  }
  return gone;
};

export function* structsWithin(
  structs: readonly (Y.Item | Y.GC)[],
  clock: number,
  length: number,
): Generator<Y.Item | Y.GC> {
  if (structs.length === 0 || length === 0) return;
  for (let index = Y.findIndexSS(structs as (Y.Item | Y.GC)[], clock); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + length) return;
    yield struct;
  }
}

const rangeOf = (client: number, { id, length }: Y.Item | Y.GC): IdRange => ({
  client,
  clock: id.clock,
  length,
});

const deletesOf = (update: Uint8Array): IdRange[] =>
  [...Y.decodeUpdateV2(update).ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
