import { Worker } from 'node:worker_threads';

const LONGEST_MS = 60_000;

/** Asks a thread of its own one thing. Rejects with what it threw, or when it takes too long. */
export const askThread = <Answer>(file: URL, workerData: unknown): Promise<Answer> =>
  new Promise((resolve, reject) => {
    // main and tests run .ts as it is; the thread inherits no loader
    const worker = new Worker(file, { workerData });
    const late = setTimeout(() => {
      reject(new Error('a thread took too long'));
      void worker.terminate();
    }, LONGEST_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('a thread ended without an answer'));
    });
  });
