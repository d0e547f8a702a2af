import * as decoding from 'lib0/decoding';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { PRESENCE_MAX_BYTES } from '#collab/document/presence.ts';
import { Refusal } from './refusal.ts';

/** A tab speaks for itself; it may also report others as gone, which is not passed on. */
const MOST_STATES = 64;

/** Refuses awareness that is too large, for more than one tab, or not JSON of a plain object. */
export const checkPresence = (payload: Uint8Array): void => {
  if (payload.length > PRESENCE_MAX_BYTES) throw new Refusal(CLOSE.malformed);
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  if (count > MOST_STATES) throw new Refusal(CLOSE.malformed);
  const speaking = new Set<number>();
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (state === null) continue;
    if (typeof state !== 'object' || Array.isArray(state)) throw new Refusal(CLOSE.malformed);
    speaking.add(client);
  }
  if (speaking.size > 1) throw new Refusal(CLOSE.malformed);
};
