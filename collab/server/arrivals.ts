import type { OpenSocket } from './open-socket.ts';

/** Sockets on their way into a document: asked for, not yet joined. */
export interface Arrivals {
  arrive(document: string, socket: OpenSocket): void;
  arrived(document: string, socket: OpenSocket): void;
  /** Its WebSocket is gone. */
  gone(socket: OpenSocket): void;
  waitingFor(document: string): readonly OpenSocket[];
  /** Keeps a document in memory while `work` uses it. */
  hold<Value>(document: string, work: () => Promise<Value>): Promise<Value>;
  /** True while somebody is on the way or at work: the document must not be unloaded under them. */
  expects(document: string): boolean;
}

export const createArrivals = (onSettled: (document: string) => void): Arrivals => {
  const waiting = new Map<string, Set<OpenSocket>>();
  const held = new Map<string, number>();

  const remove = (document: string, socket: OpenSocket) => {
    const sockets = waiting.get(document);
    if (!sockets?.delete(socket)) return;
    if (sockets.size === 0) waiting.delete(document);
    onSettled(document);
  };
  const changeHeld = (document: string, by: number) => {
    const now = (held.get(document) ?? 0) + by;
    if (now > 0) held.set(document, now);
    else held.delete(document);
  };

  return {
    arrive: (document, socket) => {
      const sockets = waiting.get(document) ?? new Set();
      waiting.set(document, sockets.add(socket));
    },
    arrived: remove,
    gone: (socket) => {
      for (const document of [...waiting.keys()]) remove(document, socket);
    },
    waitingFor: (document) => [...(waiting.get(document) ?? [])],
    hold: async (document, work) => {
      changeHeld(document, 1);
      try {
        return await work();
      } finally {
        changeHeld(document, -1);
        onSettled(document);
      }
    },
    expects: (document) => waiting.has(document) || held.has(document),
  };
};
