import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { readSyncMessage, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { frameOf, greetingFrames, isPing, PONG_FRAME, STORED, SYNC, SYNC_REPLY } from '../lean-frames.ts';

/** Which protocol a server speaks, and how its door is reached. */
export interface Door {
  protocol: 'hocuspocus' | 'y-websocket';
  url: string;
  document: string;
  headers: Record<string, string>;
}

/** What is written: a text for the words, a map with each writer's last stamp. */
export const WORDS = 'fault-words';
export const STAMPS = 'stamps';

export interface LeanClient {
  doc: Y.Doc;
  /** Once the server's whole document is here. */
  synced: Promise<void>;
  /** From here on frames are taken off the socket without being read, but for "stored". */
  deafen(): void;
  /** Tells from now on how many milliseconds each edit waited until the server said that it is stored; y-websocket never says so. */
  onStored(tell: (ms: number) => void): void;
  close(): void;
}

/**
 * A client with as little work of its own as its protocol allows, the same for every server, so that the server is what is measured.
 */
export function leanClient(door: Door): LeanClient {
  const doc = new Y.Doc();
  const socket = new WebSocket(door.url, { headers: door.headers, perMessageDeflate: false });
  const isHocuspocus = door.protocol === 'hocuspocus';
  const named = isHocuspocus ? door.document : null;
  let isSynced = false;
  let isDeaf = false;
  let tellSynced = () => {};
  let tellStored = (_ms: number) => {};
  /** When each frame of edits left, oldest first: they are answered in order. Not a number: it answered the server's question. */
  const waiting: number[] = [];
  const typeAt = isHocuspocus
    ? encoding.encode((encoder) => encoding.writeVarString(encoder, door.document)).length
    : 0;
  const synced = new Promise<void>((resolve, reject) => {
    tellSynced = resolve;
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code} before it was in step`)));
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === socket) return;
    if (isHocuspocus) waiting.push(performance.now());
    socket.send(frameOf(named, SYNC, (encoder) => writeUpdate(encoder, update)));
  });
  socket.on('open', () => {
    for (const frame of greetingFrames(named, doc)) socket.send(frame);
  });
  socket.on('message', (data: Buffer) => {
    if (isHocuspocus && isPing(data)) return socket.send(PONG_FRAME);
    if (isHocuspocus && data[typeAt] === STORED)
      return tellStored(performance.now() - (waiting.shift() ?? Number.NaN));
    if (isDeaf) return;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    if (isHocuspocus) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type !== SYNC && type !== SYNC_REPLY) return;
    const answer = encoding.createEncoder();
    const kind = readSyncMessage(decoder, answer, doc, socket);
    // step 1 is answered with step 2, which the server acknowledges too
    if (encoding.length(answer) > 0 && isHocuspocus) waiting.push(Number.NaN);
    if (encoding.length(answer) > 0)
      socket.send(
        frameOf(named, SYNC, (encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(answer))),
      );
    if (kind === 1 && !isSynced) {
      isSynced = true;
      tellSynced();
    }
  });
  const deafen = () => {
    isDeaf = true;
  };
  const onStored = (tell: (ms: number) => void) => {
    tellStored = (ms) => !Number.isNaN(ms) && tell(ms);
  };
  return { doc, synced, deafen, onStored, close: () => socket.terminate() };
}
