import { CLOSE } from '#collab/document/close-reasons.ts';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { checkPresence } from './check-presence.ts';
import type { Caps } from './limits.ts';
import type { OpenSocket } from './open-socket.ts';
import { createRate } from './rate.ts';
import { type Frame, readFrame } from './read-frame.ts';
import { Refusal } from './refusal.ts';

/** What may come before anything was asked for. */
const EARLY_MESSAGES = 1000;
const EARLY_BYTES = 5 * 1024 * 1024;

/** What arrived before the document's handshake was through and waits for it, in order. */
interface Held {
  hasAsked: boolean;
  handshakeDone: boolean;
  frames: Uint8Array[];
  bytes: number;
}

/**
 * Stands before Hocuspocus: only whole, known frames at a bearable rate pass. Edits typed while a connection is being made
 * may build on words that follow in the handshake; they are held until those are through, so that from then on a gap is
 * never honest.
 */
export const createFrameGuard = (
  socket: OpenSocket,
  caps: Caps,
  pass: (frame: Uint8Array) => void,
): ((data: Uint8Array, isBinary: boolean) => void) => {
  const rate = createRate(caps);
  const documents = new Map<string, Held>();
  const early = { messages: 0, bytes: 0 };

  const check = (bytes: Uint8Array): Frame => {
    const frame = readFrame(bytes);
    if (!parseDocumentName(frame.document)) throw new Refusal(CLOSE.notThere);
    if (frame.kind === 'presence') checkPresence(frame.payload);
    return frame;
  };

  const route = (frame: Frame, bytes: Uint8Array) => {
    const held = documents.get(frame.document) ?? enter(frame, bytes.length);
    if (!held) return;
    switch (frame.kind) {
      case 'update':
        return held.handshakeDone ? pass(bytes) : hold(held, bytes);
      case 'step2':
        pass(bytes);
        return release(held);
      case 'leave':
        documents.delete(frame.document);
        socket.left.add(frame.document);
        return pass(bytes);
      case 'step1':
        return ask(held, bytes);
      case 'auth':
      case 'presence':
      case 'query':
        return pass(bytes);
    }
  };

  /** Before a document is asked for there is nothing to say about it; its handshake will bring everything. */
  const enter = (frame: Frame, size: number): Held | null => {
    early.messages += 1;
    early.bytes += size;
    if (early.messages > EARLY_MESSAGES || early.bytes > EARLY_BYTES) throw new Refusal(CLOSE.tooMuch);
    if (frame.kind !== 'auth') return null;
    if (documents.size >= caps.documentsPerSocket) throw new Refusal(CLOSE.tooFast);
    const held = { hasAsked: false, handshakeDone: false, frames: [], bytes: 0 };
    documents.set(frame.document, held);
    socket.left.delete(frame.document);
    return held;
  };

  /** The first opens the handshake. A later one asks whether what came before it is stored: it stays behind held edits. */
  const ask = (held: Held, bytes: Uint8Array) => {
    if (held.hasAsked && held.frames.length > 0) return hold(held, bytes);
    held.hasAsked = true;
    return pass(bytes);
  };

  const hold = (held: Held, bytes: Uint8Array) => {
    held.frames.push(bytes);
    held.bytes += bytes.length;
    if (held.bytes > caps.byteBurst || held.frames.length > caps.messageBurst)
      throw new Refusal(CLOSE.tooFast);
  };

  const release = (held: Held) => {
    held.handshakeDone = true;
    for (const bytes of held.frames.splice(0)) pass(bytes);
    held.bytes = 0;
  };

  const take = (read: () => Uint8Array | null) => {
    if (socket.isEnding) return;
    try {
      const bytes = read();
      if (bytes) route(check(bytes), bytes);
    } catch (error) {
      socket.refuse(error instanceof Refusal ? error.reason : CLOSE.malformed);
    }
  };

  const { greeting } = socket.wire;
  if (greeting) take(() => greeting);
  return (data, isBinary) =>
    take(() => {
      if (!isBinary || data.length === 0) throw new Refusal(CLOSE.malformed);
      if (!rate.allows(1, data.length)) throw new Refusal(CLOSE.tooFast);
      return socket.wire.read(data);
    });
};
