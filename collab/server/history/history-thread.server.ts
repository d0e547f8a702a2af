import { Worker } from 'node:worker_threads';
import type { HistoryAnswers, HistoryAsk } from './answer-ask.ts';

/** More wait for a version than the thread can serve in good time. */
export class HistoryBusy extends Error {
  override name = 'HistoryBusy';
}

export interface HistoryThread {
  /**
   * Asks the thread, one after another. What it needs is read when its turn has come, so that no more than one question lies in
   * memory. Rejects with HistoryBusy before anything is read, or with what it failed on.
   */
  ask<Kind extends HistoryAsk['ask']>(
    read: () => Promise<Extract<HistoryAsk, { ask: Kind }>>,
  ): Promise<HistoryAnswers[Kind]>;
  close(): Promise<void>;
}

const LONGEST_MS = 30_000;
const MOST_WAITING = 16;

type Message = { answer: unknown } | { failure: string };

/** A thread that is there while it is needed, and goes after `idleMs` without a question. */
export const createHistoryThread = (idleMs: number): HistoryThread => {
  let waiting = 0;
  let lastTurn: Promise<unknown> = Promise.resolve();
  let worker: Worker | null = null;
  let settle: ((message: Message) => void) | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  const end = (reason: string) => {
    const ended = worker;
    worker = null;
    settle?.({ failure: reason });
    return ended?.terminate();
  };
  const start = (): Worker => {
    const begun = new Worker(new URL('./history-worker.server.ts', import.meta.url), { execArgv: [] });
    const isCurrent = () => worker === begun;
    begun.on('message', (message: Message) => isCurrent() && settle?.(message));
    begun.on('error', (error) => isCurrent() && void end(`the history thread stopped: ${error.message}`));
    begun.on('exit', () => isCurrent() && void end('the history thread ended'));
    return begun;
  };
  const restUntilAsked = () => {
    if (waiting > 0) return;
    idle = setTimeout(() => void end('idle'), idleMs);
    idle.unref();
  };
  const refuseWhenClosed = () => {
    if (isClosed) throw new Error('closing');
  };

  const work = (asked: HistoryAsk): Promise<unknown> => {
    refuseWhenClosed();
    worker ??= start();
    worker.postMessage(asked);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => void end('a version took too long'), LONGEST_MS);
      settle = (message) => {
        clearTimeout(late);
        settle = null;
        if ('answer' in message) resolve(message.answer);
        else reject(new Error(message.failure));
      };
    });
  };

  const takeTurn = async (read: () => Promise<HistoryAsk>) => {
    waiting += 1;
    clearTimeout(idle);
    const turn = lastTurn.then(async () => {
      refuseWhenClosed();
      return work(await read());
    });
    lastTurn = turn.catch(() => {});
    try {
      return (await turn) as never;
    } finally {
      waiting -= 1;
      restUntilAsked();
    }
  };

  return {
    ask: async (read) => {
      if (waiting >= MOST_WAITING) throw new HistoryBusy('too many ask for history');
      return takeTurn(read);
    },
    close: async () => {
      isClosed = true;
      await end('closing');
      await lastTurn;
      clearTimeout(idle);
    },
  };
};
