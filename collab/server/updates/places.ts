import * as Y from 'yjs';
import type { Id, ParsedStruct, ParsedUpdate } from './parse-update.ts';
import { structFinder } from './struct-finder.ts';

/** The type an item stands in, by a name of its own where the document has not got it yet, and the entry it is a value of. */
interface Place {
  within: object | string;
  key: string | null;
}

/**
 * True when an item is brought once more whose beginning is here and went with what it stood in: Yjs looks for that neighbour and
 * throws, at each later loading too. It happens to honest clients whose words others deleted meanwhile; connecting again they send
 * the rest alone, which is gone with the beginning.
 */
export const goesOnFromGone = (update: ParsedUpdate, doc: Y.Doc): boolean =>
  update.structs.some(
    (struct) => isPartlyHere(struct, doc) && placeInDocument(doc, lastHere(struct, doc)) === null,
  );

const isPartlyHere = ({ kind, client, clock, length }: ParsedStruct, doc: Y.Doc): boolean => {
  const state = Y.getState(doc.store, client);
  return kind === 'item' && clock < state && state < clock + length;
};

const lastHere = ({ client }: ParsedStruct, doc: Y.Doc): Id => ({
  client,
  clock: Y.getState(doc.store, client) - 1,
});

/**
 * True when an item would stand in two places at once: between neighbours that stand apart, or as the continuation of a beginning
 * that stands elsewhere here. Yjs takes that in without a word and throws when it cleans up or loads: the write-up would not open
 * any more. No client writes it. Expects an update that leaves no gap.
 */
export const tearsPlaces = (update: ParsedUpdate, doc: Y.Doc): boolean => {
  const find = placeFinder(update, doc);
  return update.structs.some((struct) => {
    const { kind, client, clock, length, origin, rightOrigin } = struct;
    if (kind !== 'item' || clock + length <= Y.getState(doc.store, client)) return false;
    if (
      isPartlyHere(struct, doc) &&
      !isOne(placeInDocument(doc, lastHere(struct, doc)), find.ofStruct(struct))
    )
      return true;
    return origin !== null && rightOrigin !== null && !isOne(find.of(origin), find.of(rightOrigin));
  });
};

/** What stood in something that is gone is gone as well, wherever its other neighbour stands. */
const isOne = (one: Place | null, other: Place | null): boolean =>
  one === null || other === null || (one.within === other.within && one.key === other.key);

const placeInDocument = (doc: Y.Doc, { client, clock }: Id): Place | null => {
  const structs = doc.store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)];
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return null;
  return { within: struct.parent, key: struct.parentSub };
};

/** Answers where an id stands; what the document has not got yet takes its place from its neighbours in the update. */
const placeFinder = (update: ParsedUpdate, doc: Y.Doc) => {
  const structAt = structFinder(update);
  const found = new Map<ParsedStruct, Place | null>();
  const isHere = ({ client, clock }: Id) => clock < Y.getState(doc.store, client);

  const typeAt = (id: Id): object | string | null => {
    if (!isHere(id)) return `${id.client} ${id.clock}`;
    const structs = doc.store.clients.get(id.client) ?? [];
    const struct = structs[Y.findIndexSS(structs, id.clock)];
    return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
  };
  const said = ({ parent, root, key }: ParsedStruct): Place | null => {
    if (root !== null) return { within: doc.share.get(root) ?? `root ${root}`, key };
    const within = parent === null || parent === 'root' ? null : typeAt(parent);
    return within === null ? null : { within, key };
  };
  const of = (id: Id): Place | null => {
    if (isHere(id)) return placeInDocument(doc, id);
    const struct = structAt(id);
    return struct ? ofStruct(struct) : null;
  };
  const ofStruct = (asked: ParsedStruct): Place | null => {
    const passed: ParsedStruct[] = [];
    let place: Place | null | undefined;
    for (let struct: ParsedStruct | undefined = asked; place === undefined; ) {
      const next: Id | null = struct?.origin ?? struct?.rightOrigin ?? null;
      if (struct?.kind !== 'item') place = null;
      else if (found.has(struct)) place = found.get(struct);
      else if (next === null) place = said(struct);
      else if (isHere(next)) place = placeInDocument(doc, next);
      if (struct) passed.push(struct);
      struct = next === null ? undefined : structAt(next);
    }
    for (const struct of passed) found.set(struct, place);
    return place;
  };
  return { of, ofStruct };
};
