import { parentPort, workerData } from 'node:worker_threads';
import type { HistoryRow } from '#db/document-history.ts';
import { standBehindOthers } from '../behind-others.server.ts';
import type { FromThread } from '../compaction/ask-thread.server.ts';
import { type Located, locateWords } from './locate-words.ts';

standBehindOthers();
const { losses, open } = workerData as {
  losses: Parameters<typeof locateWords>[1];
  open: Parameters<typeof locateWords>[2];
};
const history: HistoryRow[] = [];
const say = (message: FromThread<Located[]>) => parentPort?.postMessage(message);

parentPort?.on('message', (page: HistoryRow[] | null) => {
  if (page) {
    for (const row of page) history.push(row);
    return say({ more: true });
  }
  say({ answer: locateWords(history, losses, open) });
  parentPort?.close();
});
say({ more: true });
