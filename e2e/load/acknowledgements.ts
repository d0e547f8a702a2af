/** `node e2e/load/acknowledgements.ts [seconds]`: how long an edit waits for "Saved" with many writers on one document, the log on. */
import { type Figure, percentile } from './figure.ts';
import { type Engine, printOnEngines } from './on-engine.ts';
import { runLoad } from './peers/run-load.ts';
import { soakOn } from './peers/servers.ts';

const READERS = 10;

/** The load of the comparison with peers: four edits a second of each writer, at a phase of its own. */
export async function measureAcknowledgements(engine: Engine, seconds = 20): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { writers, limit } of [
    { writers: 25, limit: 20 },
    { writers: 200, limit: 50 },
  ]) {
    const { acknowledged } = await runLoad(soakOn(engine), { clients: writers + READERS, writers, seconds });
    figures.push({
      what: `acknowledgement, ${writers} writers, ${engine}, p95 of ${acknowledged.length}`,
      limit,
      measured: percentile(acknowledged, 0.95),
      unit: 'ms',
    });
  }
  return figures;
}

if (import.meta.main)
  await printOnEngines((engine) => measureAcknowledgements(engine, Number(process.argv[2] ?? 20)));
