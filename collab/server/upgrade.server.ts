import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws';
import { askedDoor } from './asked-door.server.ts';
import { type Judges, whose } from './credentials.ts';
import type { Caps } from './limits.ts';
import type { Arrival } from './open-socket.ts';
import type { Identified } from './options.ts';

export interface UpgradeOptions {
  allowedOrigins: readonly string[];
  judges: Judges;
  caps: Caps;
  /** Open sockets: all, and this person's. */
  countSockets(person: Identified | null): number;
  isClosing(): boolean;
  accept(webSocket: WebSocket, arrival: Arrival): void;
}

const MOST_AT_THE_DOOR = 100;

/**
 * The doors: exact Origin, path, caps and sign-in or token, refused with a plain status on the socket. A page cannot see the
 * status; it asks `GET /collab` why.
 */
export const createUpgradeHandler = (options: UpgradeOptions) => {
  const server = new WebSocketServer(serverOptions(options.caps));
  let atTheDoor = 0;

  const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asked = askedDoor(request, options.allowedOrigins);
    if (!asked) return refuse(socket, 403);
    if (options.isClosing() || atTheDoor >= MOST_AT_THE_DOOR) return refuse(socket, 503);
    if (options.countSockets(null) >= options.caps.sockets) return refuse(socket, 503);
    const person = await whose(options.judges, asked.credentials);
    if (!person) return refuse(socket, 403);
    if (options.countSockets(person) >= options.caps.socketsPerPerson) return refuse(socket, 403);
    server.handleUpgrade(request, socket, head, (webSocket) =>
      options.accept(webSocket, { ...asked, person, stream: socket }),
    );
  };

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    atTheDoor += 1;
    admit(request, socket, head)
      .catch(() => refuse(socket, 503))
      .finally(() => {
        atTheDoor -= 1;
      });
  };
};

const STATUS = { 403: 'Forbidden', 503: 'Service Unavailable' };

const refuse = (socket: Duplex, status: keyof typeof STATUS): void => {
  if (!socket.writable) return;
  socket.end(`HTTP/1.1 ${status} ${STATUS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** "Too many fragments" ends like any frame too big. */
class Socket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === 1008 ? 1009 : code, reason);
  }
}

const serverOptions = (caps: Caps): ServerOptions => {
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: caps.frameBytes,
    maxFragments: caps.frameFragments,
    closeTimeout: 3000,
    WebSocket: Socket,
  };
  return options;
};
