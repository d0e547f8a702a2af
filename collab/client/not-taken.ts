import * as decoding from 'lib0/decoding';

const SYNC_STATUS = 8;

/** Whether this is the server's word that it did not take what this tab has: it may only read here. */
export const saysNotTaken = (data: unknown): boolean => {
  if (!(data instanceof ArrayBuffer) && !(data instanceof Uint8Array)) return false;
  const decoder = decoding.createDecoder(new Uint8Array(data));
  decoding.readVarString(decoder);
  return decoding.readVarUint(decoder) === SYNC_STATUS && decoding.readVarInt(decoder) === 0;
};
