import * as decoding from 'lib0/decoding';

/** What a client may send. Whatever else the protocol knows is refused. */
export type FrameKind = 'auth' | 'step1' | 'step2' | 'update' | 'presence' | 'query' | 'leave';

export interface Frame {
  document: string;
  kind: FrameKind;
  /** of step2, update and presence */
  payload: Uint8Array;
}

const NOTHING = new Uint8Array();

/** Reads a frame to its end, so that Hocuspocus never meets one it cannot. Throws when it is not exactly one of the kinds. */
export const readFrame = (bytes: Uint8Array): Frame => {
  const decoder = decoding.createDecoder(bytes);
  const document = decoding.readVarString(decoder);
  const frame = readBody(decoder, document);
  if (decoder.pos !== bytes.length) throw new Error('trailing bytes');
  return frame;
};

const readBody = (decoder: decoding.Decoder, document: string): Frame => {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case 0:
      return { document, ...readSync(decoder) };
    case 1:
      return { document, kind: 'presence', payload: decoding.readVarUint8Array(decoder) };
    case 2:
      return { document, kind: readAuth(decoder), payload: NOTHING };
    case 3:
      return { document, kind: 'query', payload: NOTHING };
    case 7:
      return { document, kind: 'leave', payload: NOTHING };
    default:
      throw new Error('unknown message');
  }
};

const SYNC_KINDS = ['step1', 'step2', 'update'] as const;

const readSync = (decoder: decoding.Decoder): Omit<Frame, 'document'> => {
  const kind = SYNC_KINDS[decoding.readVarUint(decoder)];
  if (!kind) throw new Error('unknown sync message');
  const payload = decoding.readVarUint8Array(decoder);
  if (kind === 'step1') checkStateVector(payload);
  return { kind, payload };
};

const checkStateVector = (bytes: Uint8Array): void => {
  const decoder = decoding.createDecoder(bytes);
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
  }
};

const readAuth = (decoder: decoding.Decoder): 'auth' => {
  if (decoding.readVarUint(decoder) !== 0) throw new Error('unknown auth message');
  decoding.readVarString(decoder);
  if (decoding.hasContent(decoder)) decoding.readVarString(decoder);
  return 'auth';
};
