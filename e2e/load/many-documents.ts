/** `node e2e/load/many-documents.ts [pairs] [seconds]`: five hundred documents open with two writers each, beside bare Hocuspocus. */
import { documentName } from '../faults/written.ts';
import { type Figure, percentile } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import type { Pairs } from './peers/pairs.ts';
import { runCrowds } from './peers/run-load.ts';
import { type Server, soakOn, startServer } from './peers/servers.ts';

const DOCUMENTS = Number(process.env.SOAK_DOCUMENTS ?? 500);
const WARM_MS = 2_000;
const MOST = 1.6;

/** Runs that follow one another, the median of their ratios; each writer makes four edits a second. */
export async function measureManyDocuments(engine: Engine, pairs = 3, seconds = 10): Promise<Figure[]> {
  const runs: { bare: number; soak: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const bare = await seenAfter('Hocuspocus, bare', seconds);
    runs.push({ bare, soak: await seenAfter(soakOn(engine), seconds) });
  }
  const middle = (numbers: readonly number[]) => percentile(numbers, 0.5);
  const own = middle(runs.map(({ soak }) => soak)).toFixed(1);
  const bare = middle(runs.map((run) => run.bare)).toFixed(1);
  return [
    {
      what: `${DOCUMENTS} documents, ${2 * DOCUMENTS} writers, ${engine}: p95 ${own} ms, times bare’s ${bare}`,
      limit: MOST,
      measured: middle(runs.map((run) => run.soak / run.bare)),
      unit: '×',
    },
  ];
}

/** From an edit to its being seen by the document's other writer, p95. */
async function seenAfter(server: Server, seconds: number): Promise<number> {
  const running = await startServer(server, DOCUMENTS);
  const documents = Array.from({ length: DOCUMENTS }, (_, nth) => documentName(nth));
  const common = { door: running.door, documents, warmMs: WARM_MS, runMs: seconds * 1000 };
  const waits = await runCrowds<Pairs>('pairs.ts', [
    { ...common, givesFirstWords: true },
    { ...common, givesFirstWords: false },
  ]).finally(() => running.stop());
  return percentile(waits.flat(), 0.95);
}

if (import.meta.main) {
  const [pairs, seconds] = process.argv.slice(2).map(Number);
  await printOnEngines((engine) => measureManyDocuments(engine, pairs, seconds));
}
