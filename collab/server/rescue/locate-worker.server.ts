import { parentPort, workerData } from 'node:worker_threads';
import { locateWords } from './locate-words.ts';

const { history, losses, open } = workerData as {
  history: Parameters<typeof locateWords>[0];
  losses: Parameters<typeof locateWords>[1];
  open: Parameters<typeof locateWords>[2];
};
parentPort?.postMessage(locateWords(history, losses, open));
