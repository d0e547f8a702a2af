import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC;

/**
 * A document as V1 updates of about `partBytes` each, to be applied in order: every struct comes after what it builds on, so
 * that no part waits for a later one; deletions come last.
 */
export const splitDocument = (doc: Y.Doc, partBytes: number): Uint8Array[] => {
  const parts: Uint8Array[] = [];
  let slice: Struct[] = [];
  let bytes = 0;
  for (const struct of inCausalOrder(doc)) {
    slice.push(struct);
    bytes += roughBytes(struct);
    if (bytes < partBytes) continue;
    parts.push(encode(slice));
    slice = [];
    bytes = 0;
  }
  if (slice.length > 0) parts.push(encode(slice));
  parts.push(encode([], Y.createDeleteSetFromStructStore(doc.store)));
  return parts;
};

function* inCausalOrder(doc: Y.Doc): Generator<Struct> {
  const { clients } = doc.store;
  const next = new Map<number, number>();
  const upcoming = (client: number): Struct | undefined => clients.get(client)?.[next.get(client) ?? 0];
  for (const client of clients.keys()) {
    const stack = [client];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const struct = upcoming(top);
      if (!struct) {
        stack.pop();
        continue;
      }
      const missing = idsBefore(struct).find((id) => (upcoming(id.client)?.id.clock ?? Infinity) <= id.clock);
      if (missing && missing.client !== top) stack.push(missing.client);
      else {
        yield struct;
        next.set(top, (next.get(top) ?? 0) + 1);
        if (stack.length > 1) stack.pop();
      }
    }
  }
}

const idsBefore = (struct: Struct): Y.ID[] => {
  if (!(struct instanceof Y.Item)) return [];
  const holder = struct.parent instanceof Y.AbstractType ? struct.parent._item?.id : null;
  return [struct.origin, struct.rightOrigin, holder].filter((id) => id instanceof Y.ID);
};

const roughBytes = (struct: Struct): number =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString ? 12 + struct.content.str.length : 24;

const encode = (
  slice: readonly Struct[],
  deletes?: ReturnType<typeof Y.createDeleteSetFromStructStore>,
): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const byClient = Map.groupBy(slice, ({ id }) => id.client);
  encoding.writeVarUint(restEncoder, byClient.size);
  for (const [client, structs] of byClient) {
    encoding.writeVarUint(restEncoder, structs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, structs[0]?.id.clock ?? 0);
    for (const struct of structs) struct.write(encoder, 0);
  }
  writeDeletes(restEncoder, deletes?.clients ?? new Map());
  return encoder.toUint8Array();
};

const writeDeletes = (
  encoder: encoding.Encoder,
  clients: Map<number, { clock: number; len: number }[]>,
): void => {
  encoding.writeVarUint(encoder, clients.size);
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
};
