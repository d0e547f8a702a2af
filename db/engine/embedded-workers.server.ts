import { Worker } from 'node:worker_threads';

let ready: Worker | null = null;
let compiled: WebAssembly.Module | null = null;

/** PGlite's code as the first thread compiled it: later ones, after a restart of the engine or in tests, take it as it is. */
export function keepCompiled(module: WebAssembly.Module): void {
  compiled = module;
}

/** Starts a thread for the embedded database that is about to be opened: it gets PGlite ready while the program is still being read. */
export function prepareWorker(): void {
  ready ??= startWorker();
}

/** A thread that waits for its folder. */
export function takeWorker(): Worker {
  const worker = ready ?? startWorker();
  ready = null;
  return worker;
}

const startWorker = (): Worker =>
  new Worker(new URL('./embedded-worker.server.ts', import.meta.url), {
    execArgv: [],
    workerData: { compiled },
    // a larger nursery lets results pile up to 800 MB between collections (measured); this one keeps it near 290
    resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 },
  });
