import { Worker } from 'node:worker_threads';
import type { HistoryAnswers, HistoryAsk } from './answer-ask.ts';

/** More wait for a version than the thread can serve in good time. */
export class HistoryBusy extends Error {
  override name = 'HistoryBusy';
}

export interface HistoryThread {
  /** Asks the thread; one answer after another. Rejects with HistoryBusy, or with what it failed on. */
  ask<Kind extends HistoryAsk['ask']>(
    asked: Extract<HistoryAsk, { ask: Kind }>,
  ): Promise<HistoryAnswers[Kind]>;
  close(): Promise<void>;
}

const LONGEST_MS = 30_000;
const MOST_WAITING = 16;

interface Waiting {
  settle(message: { answer: unknown } | { failure: string }): void;
}

/** A thread that is there while it is needed, and goes after `idleMs` without a question. */
export const createHistoryThread = (idleMs: number): HistoryThread => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (reason: string) => {
    const ended = worker;
    worker = null;
    for (const one of [...waiting.values()]) one.settle({ failure: reason });
    return ended?.terminate();
  };
  const start = (): Worker => {
    const begun = new Worker(new URL('./history-worker.server.ts', import.meta.url), { execArgv: [] });
    const isCurrent = () => worker === begun;
    begun.on('message', ({ id, ...message }) => waiting.get(id)?.settle(message));
    begun.on('error', (error) => isCurrent() && void end(`the history thread stopped: ${error.message}`));
    begun.on('exit', () => isCurrent() && void end('the history thread ended'));
    return begun;
  };
  const restUntilAsked = () => {
    if (waiting.size > 0) return;
    idle = setTimeout(() => void end('idle'), idleMs);
    idle.unref();
  };

  const ask = (asked: HistoryAsk) =>
    new Promise<never>((resolve, reject) => {
      if (waiting.size >= MOST_WAITING) throw new HistoryBusy('too many ask for history');
      clearTimeout(idle);
      worker ??= start();
      const id = ++lastId;
      const late = setTimeout(() => void end('a version took too long'), LONGEST_MS);
      waiting.set(id, {
        settle(message) {
          clearTimeout(late);
          waiting.delete(id);
          restUntilAsked();
          if ('answer' in message) resolve(message.answer as never);
          else reject(new Error(message.failure));
        },
      });
      worker.postMessage({ id, asked });
    });

  return {
    ask,
    close: async () => {
      clearTimeout(idle);
      await end('closing');
    },
  };
};
