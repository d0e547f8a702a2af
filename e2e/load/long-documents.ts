/** `node e2e/load/long-documents.ts [pairs] [seconds]`: a hundred edits a second in a document of 200,000 edits, beside bare Hocuspocus with the same in memory. */
import { type Figure, percentile } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { runLoad } from './peers/run-load.ts';
import { soakOn } from './peers/servers.ts';

const EDITS = 200_000;
const MOST = 1.5;

/**
 * From an edit to its being seen, 25 writers and ten readers: the way there and back is in both, and so is Soak's commit, which bare
 * has not. Runs that follow one another, the median of their ratios.
 */
export async function measureLongDocuments(engine: Engine, pairs = 3, seconds = 10): Promise<Figure[]> {
  const load = { clients: 35, writers: 25, seconds, filledWith: EDITS };
  const runs: { bare: number; soak: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const bare = (await runLoad('Hocuspocus, bare', load)).p95;
    runs.push({ bare, soak: (await runLoad(soakOn(engine), load)).p95 });
  }
  const middle = (numbers: readonly number[]) => percentile(numbers, 0.5);
  const own = middle(runs.map(({ soak }) => soak)).toFixed(1);
  const bare = middle(runs.map((run) => run.bare)).toFixed(1);
  return [
    {
      what: `100 edits a second after ${EDITS}, ${engine}: p95 ${own} ms, times bare’s ${bare}`,
      limit: MOST,
      measured: middle(runs.map((run) => run.soak / run.bare)),
      unit: '×',
    },
  ];
}

if (import.meta.main) {
  const [pairs, seconds] = process.argv.slice(2).map(Number);
  await printOnEngines((engine) => measureLongDocuments(engine, pairs, seconds));
}
