import * as Y from 'yjs';
import { type DeletedRanges, encodePart, inCausalOrder, roughBytes, type Struct } from './causal-order.ts';

export interface Cutting {
  /** about so large is each part, in UTF-16 units of its text */
  partBytes: number;
  /** words the update itself takes out again keep their place and not their letters */
  leavesOut?: boolean;
}

const DELETIONS_IN_PART = 20_000;

/**
 * One V1 update as several, to be applied in order: each is valid after those before it, and after the last a document is
 * what it would have been at once. Deletions come last, so that words are known before they go.
 */
export const cutUpdate = (update: Uint8Array, { partBytes, leavesOut = false }: Cutting): Uint8Array[] => {
  const { structs, ds } = Y.decodeUpdate(update);
  const byClient = Map.groupBy(
    leavesOut ? structs.map((struct) => withoutLetters(struct, ds.clients)) : structs,
    ({ id }) => id.client,
  );
  const parts: Uint8Array[] = [];
  let slice: Struct[] = [];
  let bytes = 0;
  for (const struct of inCausalOrder(byClient))
    for (const piece of piecesOf(struct, partBytes)) {
      slice.push(piece);
      bytes += roughBytes(piece);
      if (bytes < partBytes) continue;
      parts.push(encodePart(slice));
      slice = [];
      bytes = 0;
    }
  if (slice.length > 0) parts.push(encodePart(slice));
  return [...parts, ...deletionParts(ds.clients)];
};

/** A text longer than a part as several, as if it had been typed one after the other. */
function* piecesOf(struct: Struct, most: number): Generator<Struct> {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) return yield struct;
  const { id, rightOrigin, parent, parentSub } = struct;
  const { str } = struct.content;
  let origin = struct.origin;
  for (let from = 0; from < str.length; ) {
    const to = endOfPiece(str, from + most);
    const content = new Y.ContentString(str.slice(from, to));
    const at = Y.createID(id.client, id.clock + from);
    yield new Y.Item(at, null, origin, null, rightOrigin, parent, parentSub, content);
    origin = Y.createID(id.client, id.clock + to - 1);
    from = to;
  }
}

/** Never between the two halves of one character. */
const endOfPiece = (text: string, end: number): number => {
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return Math.min(isHalf && end < text.length ? end + 1 : end, text.length);
};

/** As Yjs itself forgets words nobody can put back; who undoes the deletion here types them anew. */
const withoutLetters = (struct: Struct, deleted: DeletedRanges): Struct => {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) return struct;
  const { id, length, origin, rightOrigin, parent, parentSub } = struct;
  const isOut = deleted
    .get(id.client)
    ?.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len);
  if (!isOut) return struct;
  const place = new Y.ContentDeleted(length);
  return new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, place);
};

const deletionParts = (deleted: DeletedRanges): Uint8Array[] => {
  const ranges = [...deleted].flatMap(([client, list]) => list.map((range) => ({ client, range })));
  const parts: Uint8Array[] = [];
  for (let from = 0; from < ranges.length; from += DELETIONS_IN_PART) {
    const some = Map.groupBy(ranges.slice(from, from + DELETIONS_IN_PART), ({ client }) => client);
    const byClient = new Map([...some].map(([client, list]) => [client, list.map(({ range }) => range)]));
    parts.push(encodePart([], byClient));
  }
  return parts;
};
