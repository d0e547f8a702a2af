import { Worker } from 'node:worker_threads';

/** These threads stand behind others (`behind-others.server.ts`), and may be long about it. */
const LONGEST_MS = 180_000;

/** What a thread says: that it takes the next portion, or what came out. */
export type FromThread<Answer> = { more: true } | { answer: Answer };

export interface Asking {
  /** Ends the thread. */
  signal?: AbortSignal | undefined;
  /** What is handed to it portion by portion, each when it asks for more; null after the last. */
  feed?: () => Promise<unknown>;
}

/** Asks a thread of its own one thing. Rejects with what it threw, when it takes too long, or is ended; the thread is gone then. */
export const askThread = <Answer>(
  file: URL,
  workerData: unknown,
  { signal, feed }: Asking = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // main and tests run .ts as it is; the thread inherits no loader
    const worker = new Worker(file, { workerData });
    let reason: unknown = new Error('a thread ended without an answer');
    const end = (error: unknown) => {
      reason = error;
      void worker.terminate();
    };
    const late = setTimeout(() => end(new Error('a thread took too long')), LONGEST_MS);
    const cut = () => end(signal?.reason);
    signal?.addEventListener('abort', cut);
    worker.on('message', (message: FromThread<Answer>) => {
      if ('answer' in message) return resolve(message.answer);
      feed?.().then((portion) => worker.postMessage(portion), end);
    });
    worker.once('error', end);
    worker.once('exit', () => {
      clearTimeout(late);
      signal?.removeEventListener('abort', cut);
      reject(reason);
    });
  });
