import { randomUUID } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { WRITE_UP_SCHEMA_VERSION } from '#collab/document/schema-version.ts';
import type { At } from './writers.ts';

export type Door = 'collab' | 'yjs';

/** A connection that says whatever it is given, and knows the protocol well enough to ask whether it is still listened to. */
export interface RawDoor {
  send(frame: Uint8Array): void;
  /** "heard" once everything sent so far has been looked at; "closed" when the server ended it; "silent" when it does not answer. */
  heard(): Promise<'heard' | 'closed' | 'silent'>;
  close(): void;
}

const EMPTY = Uint8Array.of(0);
const SILENT_MS = 1500;

/** Opens a door and goes through its handshake; frames are in the door's own form. */
export async function openRawDoor(at: At, door: Door): Promise<RawDoor> {
  const address =
    door === 'collab' ? encoded((to) => encoding.writeVarString(to, at.document)) : new Uint8Array();
  const path = door === 'collab' ? '/collab' : `/yjs/${at.document}`;
  const socket = new WebSocket(at.origin.replace('http', 'ws') + path, {
    headers: { cookie: at.cookie, origin: at.origin },
  });
  let state: Uint8Array = EMPTY;
  let answered = () => {};
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => {
    const from = decoding.createDecoder(new Uint8Array(data).subarray(address.length));
    if (decoding.readVarUint(from) !== 0) return;
    const kind = decoding.readVarUint(from);
    if (kind === 0) state = decoding.readVarUint8Array(from);
    if (kind === 1) answered();
  });
  const closed = new Promise<'closed'>((resolve) => socket.on('close', () => resolve('closed')));
  await Promise.race([new Promise((resolve) => socket.once('open', resolve)), closed]);

  const send = (frame: Uint8Array) => socket.readyState === WebSocket.OPEN && socket.send(frame);
  const addressed = (frame: Uint8Array) => Buffer.concat([address, frame]);
  const heard = async () => {
    const answer = new Promise<'heard'>((resolve) => {
      answered = () => resolve('heard');
    });
    // what the server said it holds is not sent again
    send(addressed(sync(0, state)));
    return Promise.race([answer, closed, after(SILENT_MS)]);
  };
  if (door === 'collab') send(addressed(greeting()));
  await heard();
  send(addressed(sync(1, Y.encodeStateAsUpdate(new Y.Doc()))));
  return { send, heard, close: () => socket.terminate() };
}

/** A sync message: 0 asks, 1 answers, 2 is an edit. */
export const sync = (kind: 0 | 1 | 2, payload: Uint8Array): Uint8Array =>
  encoded((to) => {
    encoding.writeVarUint(to, 0);
    encoding.writeVarUint(to, kind);
    encoding.writeVarUint8Array(to, payload);
  });

/** What a frame would store, could the server read it; null where there is nothing to store. */
export function editIn(frame: Uint8Array, door: Door): Uint8Array | null {
  try {
    const from = decoding.createDecoder(frame);
    if (door === 'collab') decoding.readVarString(from);
    if (decoding.readVarUint(from) !== 0 || decoding.readVarUint(from) === 0) return null;
    return decoding.readVarUint8Array(from);
  } catch {
    return null;
  }
}

const greeting = () =>
  encoded((to) => {
    encoding.writeVarUint(to, 2);
    encoding.writeVarUint(to, 0);
    encoding.writeVarString(to, JSON.stringify({ schema: WRITE_UP_SCHEMA_VERSION, sitting: randomUUID() }));
  });

export const encoded = (write: (to: encoding.Encoder) => void): Uint8Array => {
  const to = encoding.createEncoder();
  write(to);
  return encoding.toUint8Array(to);
};

const after = (ms: number) =>
  new Promise<'silent'>((resolve) => setTimeout(() => resolve('silent'), ms).unref());
