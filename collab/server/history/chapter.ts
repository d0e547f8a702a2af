import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { PersonId } from '#domain/ids.ts';
import { type Authorship, addRun, noAuthorship, SIDES } from './authorship.ts';

/** Many rows as one: the update they make together, deleted words kept, and who put in and took out what. */
export interface Chapter {
  update: Uint8Array;
  authorship: Authorship;
}

export const encodeChapter = ({ update, authorship }: Chapter): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint8Array(encoder, update);
  encoding.writeVarUint(encoder, authorship.people.length);
  for (const person of authorship.people) encoding.writeVarString(encoder, person ?? '');
  for (const side of SIDES) {
    encoding.writeVarUint(encoder, authorship[side].size);
    for (const [client, runs] of authorship[side]) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, runs.length);
      for (const { clock, length, who } of runs) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
        encoding.writeVarUint(encoder, who);
      }
    }
  }
  return encoding.toUint8Array(encoder);
};

export const decodeChapter = (bytes: Uint8Array): Chapter => {
  const decoder = decoding.createDecoder(bytes);
  const update = decoding.readVarUint8Array(decoder);
  const authorship = noAuthorship();
  for (let people = decoding.readVarUint(decoder); people > 0; people--)
    authorship.people.push((decoding.readVarString(decoder) || null) as PersonId | null);
  for (const side of SIDES)
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const client = decoding.readVarUint(decoder);
      for (let runs = decoding.readVarUint(decoder); runs > 0; runs--) {
        const clock = decoding.readVarUint(decoder);
        const length = decoding.readVarUint(decoder);
        addRun(authorship[side], client, { clock, length, who: decoding.readVarUint(decoder) });
      }
    }
  return { update, authorship };
};
