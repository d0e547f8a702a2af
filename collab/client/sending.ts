import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { cutUpdate } from '#collab/document/cut-update.ts';

/** What goes out over one WebSocket, in order. */
export interface Sending {
  send(message: Uint8Array): void;
  /** The server has stored one more of what was sent. */
  acknowledged(): void;
  end(): void;
}

export interface SendingOptions {
  put(frame: Uint8Array): void;
  /** The handshake's answer is stored, and with it so many edits that did not go by themselves. */
  onBrought(edits: number): void;
  /** One message goes as so many more, each of which the server acknowledges. */
  onMore(frames: number): void;
  /** True after words were refused for their size: what was taken out again since is not sent. */
  leavesOut(): boolean;
}

/** A slow line has one through well before a connection without answers is given up. */
const PART_BYTES = 256 * 1024;
/** The server takes 12 MiB at once and 4 MiB a second from then on. */
const AT_ONCE_BYTES = 8 * 1024 * 1024;
const REST_BETWEEN_PARTS_MS = 100;

/**
 * Large words go in parts below the server's cap on one frame, each an edit of its own that is stored and acknowledged.
 * An edit made before the handshake's answer goes with that answer alone: sent before it, it could build on a part that is
 * still to come.
 */
export const createSending = (options: SendingOptions): Sending => {
  const waiting: Uint8Array[] = [];
  let resting: ReturnType<typeof setTimeout> | null = null;
  let sent = 0;
  let hasAsked = false;
  let hasAnswered = false;
  let brought = 0;
  let partsOfAnswer = 0;

  const flow = () => {
    resting = null;
    for (let frame = waiting.shift(); frame; frame = waiting.shift()) {
      options.put(frame);
      sent += frame.length;
      if (sent < AT_ONCE_BYTES || waiting.length === 0) continue;
      resting = setTimeout(flow, REST_BETWEEN_PARTS_MS);
      return;
    }
  };
  const queue = (...frames: Uint8Array[]) => {
    waiting.push(...frames);
    if (!resting) flow();
  };
  const inParts = (sync: Sync) => {
    const frames = cutFrame(sync, sync.kind === STEP_2 && options.leavesOut());
    if (sync.kind === STEP_2) partsOfAnswer = frames.length;
    options.onMore(frames.length - 1);
    queue(...frames);
  };

  return {
    send(message) {
      const sync = readSync(message);
      if (sync?.kind === STEP_1) hasAsked = true;
      if (sync?.kind === STEP_2) {
        hasAnswered = true;
        partsOfAnswer = 1;
      }
      const isEarly = sync?.kind === UPDATE && !hasAnswered;
      if (isEarly && hasAsked) brought += 1;
      if (isEarly) return;
      const isLarge = message.length > PART_BYTES || (sync?.kind === STEP_2 && options.leavesOut());
      if (sync && sync.kind !== STEP_1 && isLarge) inParts(sync);
      else queue(message);
    },
    acknowledged() {
      if (partsOfAnswer === 0) return;
      partsOfAnswer -= 1;
      if (partsOfAnswer === 0) options.onBrought(brought);
    },
    end() {
      if (resting) clearTimeout(resting);
      waiting.length = 0;
    },
  };
};

const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

interface Sync {
  document: string;
  kind: number;
  payload: Uint8Array;
}

const readSync = (message: Uint8Array): Sync | null => {
  if (isSignOfLife(message)) return null;
  const decoder = decoding.createDecoder(message);
  const document = decoding.readVarString(decoder);
  if (decoding.readVarUint(decoder) !== SYNC) return null;
  return { document, kind: decoding.readVarUint(decoder), payload: decoding.readVarUint8Array(decoder) };
};

/** The one message that names no document. */
const isSignOfLife = (message: Uint8Array): boolean => message.length === 1;

/** The first part has the kind the message had, so that the handshake is answered by it; the others are edits like any. */
const cutFrame = ({ document, kind, payload }: Sync, leavesOut: boolean): Uint8Array[] => {
  const parts = cutUpdate(payload, { partBytes: PART_BYTES, leavesOut });
  return (parts.length > 0 ? parts : [payload]).map((part, index) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, index === 0 ? kind : UPDATE);
    encoding.writeVarUint8Array(encoder, part);
    return encoding.toUint8Array(encoder);
  });
};
