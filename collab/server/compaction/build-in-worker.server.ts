import { Worker } from 'node:worker_threads';

const LONGEST_MS = 60_000;

/** Runs `buildSnapshot` in a thread of its own. Rejects with what it threw, or when it takes too long. */
export const buildInWorker = (updates: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  new Promise((resolve, reject) => {
    // main and tests run .ts as it is; the thread inherits no loader
    const worker = new Worker(new URL('./snapshot-worker.server.ts', import.meta.url), {
      workerData: { updates },
    });
    const late = setTimeout(() => {
      reject(new Error('building took too long'));
      void worker.terminate();
    }, LONGEST_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the thread ended without a snapshot'));
    });
  });
