import type { Duplex } from 'node:stream';
import type { WebSocketLike } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import type { CloseReason } from '#collab/document/close-reasons.ts';
import type { Credentials } from './credentials.ts';
import { writeFrame } from './frame-once.ts';
import type { Identified } from './options.ts';
import type { Wire } from './wire.ts';

/** Who comes in at a door, by what, and how they speak there. */
export interface Arrival {
  /** The connection beneath the WebSocket. */
  readonly stream: Duplex;
  readonly person: Identified;
  readonly credentials: Credentials;
  readonly wire: Wire;
}

/** One accepted WebSocket and whose it is. */
export interface OpenSocket extends Arrival {
  /** The WebSocket is gone: nothing is sent any more. */
  gone(): void;
  /** Ends it with a named reason; the first one counts. */
  refuse(reason: CloseReason): void;
  readonly isEnding: boolean;
  /** When what it came with ends by itself, as judged last. */
  endsAt: Date | null;
  /** Documents its client has left by itself. */
  readonly left: Set<string>;
  /** What Hocuspocus talks to. */
  readonly forHocuspocus: WebSocketLike;
  /** Asks for a sign of life, in the door's own way. */
  ping(): void;
  terminate(): void;
}

export const openSocket = (
  webSocket: WebSocket,
  arrival: Arrival,
  unreadBytes: number,
  onRefused: (reason: CloseReason) => void,
): OpenSocket => {
  const { wire, stream } = arrival;
  let isEnding = false;
  const end = (code?: number, name?: string) => {
    if (isEnding) return;
    isEnding = true;
    webSocket.close(code && wire.closeCode(code), name);
  };
  const send = (frame: Uint8Array | null) => {
    if (isEnding || !frame || webSocket.readyState !== webSocket.OPEN) return;
    // beside `ws`, which writes whole frames too: nothing is compressed here, so nothing of its own waits
    writeFrame(stream, frame);
    // someone who does not read would otherwise fill the server's memory
    if (webSocket.bufferedAmount > unreadBytes) webSocket.terminate();
  };
  return {
    ...arrival,
    endsAt: arrival.person.expiresAt ?? null,
    left: new Set(),
    get isEnding() {
      return isEnding;
    },
    gone: () => {
      isEnding = true;
    },
    refuse: (reason) => {
      if (!isEnding) onRefused(reason);
      send(wire.farewell(reason));
      end(reason.code, reason.name);
    },
    ping: () => {
      send(wire.ping);
      // a plain client has no words to answer with; its WebSocket does by itself
      if (wire.door === 'yjs' && !isEnding) webSocket.ping();
    },
    terminate: () => webSocket.terminate(),
    forHocuspocus: {
      get readyState() {
        return isEnding ? webSocket.CLOSING : webSocket.readyState;
      },
      close: end,
      send: (message) => send(wire.write(message as Uint8Array)),
    },
  };
};
