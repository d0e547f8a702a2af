import { parentPort, workerData } from 'node:worker_threads';
import { buildSnapshot } from './build-snapshot.ts';

// Building blocks for as long as the document is large: here it blocks nobody.
const { updates } = workerData as { updates: Uint8Array[] };
parentPort?.postMessage(buildSnapshot(updates));
