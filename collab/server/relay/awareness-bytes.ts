import * as encoding from 'lib0/encoding';
import type { Face } from './news.ts';

/** Faces as y-protocols reads them. */
export const awarenessBytes = (faces: readonly Face[]): Uint8Array => {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, faces.length);
  for (const { client, clock, state } of faces) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    encoding.writeVarString(to, JSON.stringify(state));
  }
  return encoding.toUint8Array(to);
};
