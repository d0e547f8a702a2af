import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createStore } from '#collab/client/store.ts';
import type { Projection } from '#collab/document/projection.ts';
import { frameOf, greetingFrames, isPing, PONG_FRAME, PRESENCE, SYNC, SYNC_REPLY } from './lean-frames.ts';

const AGAIN_MS = 300;
/** Frames that are on their way to different screens at one time. */
const REMEMBERED = 8;

const read: { frame: Buffer; rev: number }[] = [];

/**
 * A screen in a room with a socket and a face of its own that says which `rev` it was sent, and does nothing else with it. In a meeting each
 * screen has a machine to itself; here three hundred share one with the server, and reading each of alike frames anew (20 s of
 * processor time for 300 presses, the server's own were 7.6) measured them and not the server.
 */
export function openLeanScreen(to: { origin: string; cookie: string; name: string }) {
  const { origin, cookie, name } = to;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalStateField('user', { id: 'unused', name: 'unused', hue: 1 });
  const projection = createStore<Projection<unknown> | null>(null);
  const url = `${origin.replace('http', 'ws')}/collab`;
  const connect = () => new WebSocket(url, { headers: { cookie, origin }, perMessageDeflate: false });
  let socket = connect();
  let isOver = false;
  const sayFace = () =>
    socket.send(
      frameOf(name, PRESENCE, (encoder) =>
        encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID])),
      ),
    );
  const greet = () => {
    for (const frame of greetingFrames(name, doc)) socket.send(frame);
    sayFace();
    // once more every 15 s, as every tab does
    awareness.on('update', sayFace);
  };
  const hear = (frame: Buffer) => {
    if (isPing(frame)) return socket.send(PONG_FRAME);
    const rev = revIn(frame);
    if (rev > (projection.get()?.rev ?? 0)) projection.set({ rev, value: null });
  };
  const listen = () => {
    socket.on('open', greet);
    socket.on('message', hear);
    socket.on('error', () => {});
    // three hundred at once are more than the server lets in at once: it says so, and every tab tries again
    socket.on('close', () => {
      awareness.off('update', sayFace);
      if (isOver) return;
      setTimeout(() => {
        if (isOver) return;
        socket = connect();
        listen();
      }, AGAIN_MS);
    });
  };
  listen();
  const close = () => {
    isOver = true;
    awareness.destroy();
    doc.destroy();
    socket.terminate();
  };
  return { projection, close };
}

/** The highest `rev` a frame brings, 0 for those that bring none. */
function revIn(frame: Buffer): number {
  const known = read.find((one) => one.frame.equals(frame));
  if (known) return known.rev;
  const rev = readRev(frame);
  read.unshift({ frame: Buffer.from(frame), rev });
  read.length = Math.min(read.length, REMEMBERED);
  return rev;
}

function readRev(frame: Buffer): number {
  const decoder = decoding.createDecoder(new Uint8Array(frame));
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (type !== SYNC && type !== SYNC_REPLY) return 0;
  // the question what this side has brings nothing
  if (decoding.readVarUint(decoder) === 0) return 0;
  const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
  const revs = structs.map((struct) => ('parentSub' in struct ? Number(struct.parentSub) : 0));
  return Math.max(0, ...revs.filter(Number.isFinite));
}
