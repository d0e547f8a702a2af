import type { CloseReason } from '#collab/document/close-reasons.ts';

export type DoorName = 'collab' | 'yjs';

/** How frames look at one door. Inside there is only Hocuspocus' form, in which every frame begins with its document's name. */
export interface Wire {
  readonly door: DoorName;
  /** What the door itself says first on behalf of its client. */
  readonly greeting: Uint8Array | null;
  /** Hocuspocus' form of a frame that came in, in a buffer of its own; null where it says nothing; throws on what this door does not know. */
  read(frame: Uint8Array): Uint8Array | null;
  /** The frame to send, or null for what this door has no words for. */
  write(message: Uint8Array): Uint8Array | null;
  /** The door's last words before it ends a connection, where it has any. */
  farewell(reason: CloseReason): Uint8Array | null;
  closeCode(code: number): number;
  /** Asks for a sign of life, and keeps a client from believing that nobody is there. */
  readonly ping: Uint8Array;
}

/** Hocuspocus' own sign of life. */
const PING = Uint8Array.of(9);

/** `/collab`: Hocuspocus' protocol as it is. */
export const collabWire: Wire = {
  door: 'collab',
  greeting: null,
  // a buffer of its own: what is read past a frame's end must fail, not show a neighbour's bytes
  read: (frame) => new Uint8Array(frame),
  write: (message) => message,
  farewell: () => null,
  closeCode: (code) => code,
  ping: PING,
};
