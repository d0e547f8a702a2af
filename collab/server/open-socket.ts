import type { WebSocketLike } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import type { CloseReason } from '#collab/document/close-reasons.ts';
import type { Identified } from './options.ts';

/** One accepted WebSocket and whose it is. */
export interface OpenSocket {
  readonly person: Identified;
  /** Kept in memory alone, to judge the sign-in again. */
  readonly cookie: string | undefined;
  /** Ends it with a named reason; the first one counts. */
  refuse(reason: CloseReason): void;
  readonly isEnding: boolean;
  /** Documents its client has left by itself. */
  readonly left: Set<string>;
  /** What Hocuspocus talks to. */
  readonly forHocuspocus: WebSocketLike;
  terminate(): void;
}

export const openSocket = (
  webSocket: WebSocket,
  person: Identified,
  cookie: string | undefined,
  unreadBytes: number,
): OpenSocket => {
  let isEnding = false;
  const end = (code?: number, name?: string) => {
    if (isEnding) return;
    isEnding = true;
    webSocket.close(code, name);
  };
  return {
    person,
    cookie,
    left: new Set(),
    get isEnding() {
      return isEnding;
    },
    refuse: ({ code, name }) => end(code, name),
    terminate: () => webSocket.terminate(),
    forHocuspocus: {
      get readyState() {
        return isEnding ? webSocket.CLOSING : webSocket.readyState;
      },
      close: end,
      send: (message) => {
        if (isEnding) return;
        webSocket.send(message as Uint8Array);
        // someone who does not read would otherwise fill the server's memory
        if (webSocket.bufferedAmount > unreadBytes) webSocket.terminate();
      },
    },
  };
};
