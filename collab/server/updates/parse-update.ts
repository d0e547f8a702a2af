import * as decoding from 'lib0/decoding';
import { skipAny, skipJson } from './skip-values.ts';

export interface Id {
  client: number;
  clock: number;
}

/** One struct of an update, as far as it decides whether the update may come in. */
export interface ParsedStruct extends Id {
  length: number;
  kind: 'item' | 'gc' | 'skip';
  origin: Id | null;
  rightOrigin: Id | null;
  /** null: taken from its neighbours */
  parent: Id | 'root' | null;
  /** The name of the root it stands in, where it says so. */
  root: string | null;
  /** The entry of a map or the attribute it is a value of, where it says so. */
  key: string | null;
  /** holds further content of its own */
  isType: boolean;
}

export interface ParsedUpdate {
  structs: ParsedStruct[];
  deletes: { client: number; clock: number; length: number }[];
}

export interface ParseCaps {
  structs: number;
  structLength: number;
  nesting: number;
}

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;
const CONTENT = 0x1f;

/**
 * Reads a V1 update without building anything from it, and throws on whatever Yjs would never write: V2 bytes, counts
 * beyond the bytes there are, lengths nobody can type or of nothing, a client twice, nesting without end, trailing bytes. `Y.decodeUpdate` allocates by
 * the counts it is told and recurses as deep as it is led; what it fails on, Hocuspocus would still acknowledge.
 */
export const parseUpdate = (bytes: Uint8Array, caps: ParseCaps): ParsedUpdate => {
  // a copy of its own: lib0 reads views, and a view past the end of a pooled buffer shows other people's bytes
  const decoder = decoding.createDecoder(new Uint8Array(bytes));
  const structs = readStructs(decoder, caps);
  const deletes = readDeletes(decoder, caps);
  if (decoder.pos !== bytes.length) throw new Error('trailing bytes');
  return { structs, deletes };
};

const readStructs = (decoder: decoding.Decoder, caps: ParseCaps): ParsedStruct[] => {
  const structs: ParsedStruct[] = [];
  const once = createOnce();
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const count = decoding.readVarUint(decoder);
    if (structs.length + count > caps.structs) throw new Error('too many structs');
    const client = once(decoding.readVarUint(decoder));
    let clock = decoding.readVarUint(decoder);
    for (let index = 0; index < count; index++) {
      const struct = readStruct(decoder, { client, clock }, caps);
      if (struct.length < 1 || struct.length > caps.structLength) throw new Error('impossible length');
      structs.push(struct);
      clock += struct.length;
    }
  }
  return structs;
};

/** Of a client that comes twice Yjs would keep the second run alone. */
const createOnce = () => {
  const seen = new Set<number>();
  return (client: number): number => {
    if (seen.has(client)) throw new Error('a client twice');
    seen.add(client);
    return client;
  };
};

const readStruct = (decoder: decoding.Decoder, id: Id, caps: ParseCaps): ParsedStruct => {
  const info = decoding.readUint8(decoder);
  const content = info & CONTENT;
  if (content === 0 || content === 10) {
    const kind = content === 0 ? 'gc' : 'skip';
    const length = decoding.readVarUint(decoder);
    return { ...id, ...NOWHERE, kind, length };
  }
  const origin = info & HAS_ORIGIN ? readId(decoder) : null;
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? readId(decoder) : null;
  const place = origin || rightOrigin ? NOWHERE : readPlace(decoder, (info & HAS_KEY) > 0);
  const length = skipContent(decoder, content, caps);
  return { ...id, ...place, kind: 'item', length, origin, rightOrigin, isType: content === 7 };
};

const NOWHERE = { origin: null, rightOrigin: null, parent: null, root: null, key: null, isType: false };

const readId = (decoder: decoding.Decoder): Id => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
});

const readPlace = (
  decoder: decoding.Decoder,
  hasKey: boolean,
): Pick<ParsedStruct, 'parent' | 'root' | 'key'> => {
  const root = decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : null;
  const parent = root === null ? readId(decoder) : 'root';
  return { parent, root, key: hasKey ? decoding.readVarString(decoder) : null };
};

/** Passes over an item's content and answers its length in clock ticks. */
const skipContent = (decoder: decoding.Decoder, content: number, caps: ParseCaps): number => {
  switch (content) {
    case 1: // deleted
      return decoding.readVarUint(decoder);
    case 2: // JSON values
      return skipMany(decoder, () => {
        const value = decoding.readVarString(decoder);
        // so Yjs writes it here, and here alone
        if (value !== 'undefined') skipJson(value, caps.nesting);
      });
    case 3: // bytes
      decoding.readVarUint8Array(decoder);
      return 1;
    case 4: // text, counted in UTF-16 units
      return decoding.readVarString(decoder).length;
    case 5: // embed
      skipJson(decoding.readVarString(decoder), caps.nesting);
      return 1;
    case 6: // format
      decoding.readVarString(decoder);
      skipJson(decoding.readVarString(decoder), caps.nesting);
      return 1;
    case 7: // a shared type; elements and hooks carry a name
      skipType(decoder);
      return 1;
    case 8: // any values
      return skipMany(decoder, () => skipAny(decoder, caps.nesting));
    default: // 9 would be a document inside the document: we have none
      throw new Error('unknown content');
  }
};

const skipMany = (decoder: decoding.Decoder, skipOne: () => void): number => {
  const count = decoding.readVarUint(decoder);
  for (let index = 0; index < count; index++) skipOne();
  return count;
};

const skipType = (decoder: decoding.Decoder): void => {
  const type = decoding.readVarUint(decoder);
  if (type > 6) throw new Error('unknown type');
  if (type === 3 || type === 5) decoding.readVarString(decoder);
};

const readDeletes = (decoder: decoding.Decoder, caps: ParseCaps): ParsedUpdate['deletes'] => {
  const deletes: ParsedUpdate['deletes'] = [];
  const once = createOnce();
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = once(decoding.readVarUint(decoder));
    const count = decoding.readVarUint(decoder);
    if (deletes.length + count > caps.structs) throw new Error('too many deletions');
    for (let index = 0; index < count; index++) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length < 1) throw new Error('impossible length');
      deletes.push({ client, clock, length });
    }
  }
  return deletes;
};
