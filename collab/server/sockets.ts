import type { Hocuspocus } from '@hocuspocus/server';
import type { WebSocket } from 'ws';
import { CLOSE } from '#collab/document/close-reasons.ts';
import type { Arrivals } from './arrivals.ts';
import type { Context } from './context.ts';
import { createFrameGuard } from './frame-guard.ts';
import type { Caps } from './limits.ts';
import type { Measures } from './measures.ts';
import { type Arrival, type OpenSocket, openSocket } from './open-socket.ts';
import type { Identified } from './options.ts';

export interface Sockets {
  all(): Iterable<OpenSocket>;
  /** Open sockets of a person, or of everybody. */
  count(person: Identified | null): number;
  accept(webSocket: WebSocket, arrival: Arrival): void;
  /** Asks every page for a sign of life. A hidden tab's own timers run once a minute, which would look like silence. */
  keepAlive(): void;
  /** From now on nothing that arrives is read; what is not acknowledged is sent again after the restart. */
  stopReading(): void;
  /** Ends all as "restarting"; those that do not leave are cut off. */
  endAll(withinMs: number): Promise<void>;
}

export interface SocketsOptions {
  caps: Caps;
  hocuspocus(): Hocuspocus<Context>;
  arrivals: Arrivals;
  measures: Measures;
}

/** A page's answer to a ping, one byte. */
const PONG = 10;
/** What `ws` calls a frame, or a number of its parts, beyond the caps. */
const TOO_BIG = new Set(['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'WS_ERR_TOO_MANY_BUFFERED_PARTS']);
const isTooBig = (error: Error) => TOO_BIG.has((error as NodeJS.ErrnoException).code ?? '');
const isPong = (data: Uint8Array) => data.length === 1 && data[0] === PONG;

export const createSockets = ({ caps, hocuspocus, arrivals, measures }: SocketsOptions): Sockets => {
  const sockets = new Set<OpenSocket>();
  let isReading = true;

  const accept: Sockets['accept'] = (webSocket, arrival) => {
    const socket = openSocket(webSocket, arrival, caps.unreadBytes, ({ name }) => measures.refused(name));
    sockets.add(socket);
    const request = new Request('http://collab/');
    const connection = hocuspocus().handleConnection(socket.forHocuspocus, request, { socket });
    const guard = createFrameGuard(socket, caps, (frame) => connection.handleMessage(frame));
    const isAlive = () => {
      connection.lastMessageReceivedAt = Date.now();
    };
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isPong(data) && arrival.wire.door === 'collab') isAlive();
      else if (isReading) guard(data, isBinary);
    });
    webSocket.on('pong', isAlive);
    webSocket.on('error', (error) => socket.refuse(isTooBig(error) ? CLOSE.frameTooBig : CLOSE.malformed));
    webSocket.on('close', (code, reason) => {
      sockets.delete(socket);
      socket.gone();
      connection.handleClose({ code, reason: reason.toString() });
      arrivals.gone(socket);
    });
    if (!isReading) socket.refuse(CLOSE.restarting);
  };

  return {
    all: () => sockets,
    count: (person) => [...sockets].filter((socket) => !person || socket.person.id === person.id).length,
    accept,
    keepAlive: () => {
      for (const socket of sockets) socket.ping();
    },
    stopReading: () => {
      isReading = false;
    },
    endAll: async (withinMs) => {
      for (const socket of sockets) socket.refuse(CLOSE.restarting);
      const until = performance.now() + withinMs;
      while (sockets.size > 0 && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 10));
      for (const socket of sockets) socket.terminate();
    },
  };
};
