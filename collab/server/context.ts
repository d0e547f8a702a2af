import type { OpenSocket } from './open-socket.ts';

/** What Hocuspocus carries with each connection. The server's own connections have none of it. */
export interface SittingContext {
  socket: OpenSocket;
  /** One stay of one tab, as the tab named it. */
  sitting: string;
  mode: 'write' | 'read';
  /** The round of judging it was admitted in. */
  round: number;
}

export type Context = Partial<SittingContext>;
