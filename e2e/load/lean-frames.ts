import * as encoding from 'lib0/encoding';
import { writeSyncStep1 } from 'y-protocols/sync';
import type * as Y from 'yjs';
import { WRITE_UP_SCHEMA_VERSION } from '#collab/document/schema-version.ts';

/** Types of frames, for load programs that speak Hocuspocus' protocol without its provider. */
export const SYNC = 0;
export const PRESENCE = 1;
const AUTH = 2;
export const SYNC_REPLY = 4;
export const STORED = 8;
const PING = 9;
const PONG = 10;

type Write = (encoder: encoding.Encoder) => void;

/** One frame; `document` null for y-websocket, whose frames name none. */
export const frameOf = (document: string | null, type: number, write: Write): Uint8Array =>
  encoding.encode((encoder) => {
    if (document !== null) encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });

/** What a tab says first: who it is, and what it has. y-websocket wants to know the second alone. */
export const greetingFrames = (document: string | null, doc: Y.Doc): Uint8Array[] => [
  ...(document === null ? [] : [frameOf(document, AUTH, writeGreeting)]),
  frameOf(document, SYNC, (encoder) => writeSyncStep1(encoder, doc)),
];

const writeGreeting: Write = (encoder) => {
  encoding.writeVarUint(encoder, 0);
  const greeting = { schema: WRITE_UP_SCHEMA_VERSION, sitting: crypto.randomUUID() };
  encoding.writeVarString(encoder, JSON.stringify(greeting));
};

export const isPing = (frame: Uint8Array): boolean => frame.length === 1 && frame[0] === PING;

export const PONG_FRAME = Uint8Array.of(PONG);
