import { parentPort, workerData } from 'node:worker_threads';
import * as Y from 'yjs';
import { standBehindOthers } from '../behind-others.server.ts';
import type { Loss } from '../rescue/find-losses.ts';
import { watchReplay } from '../rescue/watch-replay.ts';
import type { FromThread } from './ask-thread.server.ts';
import type { Built, ToBuild } from './build-in-worker.server.ts';
import { buildSnapshot } from './build-snapshot.ts';

standBehindOthers();
// Building blocks for as long as the document is large: here it blocks nobody.
const { before, rows } = workerData as ToBuild;
const losses: Loss[] = [];
let watch: ReturnType<typeof watchReplay> | null = null;
const apply = (doc: Y.Doc, update: Uint8Array, at: number) => {
  if (at < before.length) Y.applyUpdate(doc, update);
  else {
    watch ??= watchReplay(doc);
    losses.push(...watch.apply(update));
  }
};
const parts = buildSnapshot([...before, ...rows], apply);
parentPort?.postMessage({ answer: { parts, losses } } satisfies FromThread<Built>);
