import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** A struct of a document's store, or one read from an update, which knows its parent by name or number alone. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** Every struct after what it builds on among `clients`, whose structs lie by client in order of their clocks. */
export function* inCausalOrder(clients: ReadonlyMap<number, readonly Struct[]>): Generator<Struct> {
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
  const { parent } = struct;
  const holder = parent instanceof Y.AbstractType ? parent._item?.id : parent;
  return [struct.origin, struct.rightOrigin, holder].filter((id) => id instanceof Y.ID);
};

/** Texts count by their length; everything else is small. */
export const roughBytes = (struct: Struct): number =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString ? 12 + struct.content.str.length : 24;

/** Ranges of what is deleted, by client. */
export type DeletedRanges = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

/** A V1 update of these structs, each client's without a gap, and deletions. */
export const encodePart = (slice: readonly Struct[], deletes: DeletedRanges = new Map()): Uint8Array => {
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
  writeDeletes(restEncoder, deletes);
  return encoder.toUint8Array();
};

const writeDeletes = (encoder: encoding.Encoder, clients: DeletedRanges): void => {
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
