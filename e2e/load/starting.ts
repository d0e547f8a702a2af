import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardProgram, type Program, startProgram } from '../program.ts';
import { type Figure, percentile } from './figure.ts';

const RUNS = 3;
const IDLE_MS = 60_000;

/** From the command to "Soak is at …", in a folder of its own, pages built and the data folder's template made. */
export async function measureStart(): Promise<Figure> {
  const seconds: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const began = performance.now();
    const program = await startDemo();
    // the first one may have to build the template: it does not count
    if (run > 0) seconds.push((performance.now() - began) / 1000);
    await discardProgram(program);
  }
  return {
    what: `npm run demo until it serves, median of ${RUNS}`,
    limit: 3,
    measured: percentile(seconds, 0.5),
    unit: 's',
  };
}

/** Resident memory of the demo, embedded database and all, a minute after its start. */
export async function measureIdleMemory(): Promise<Figure> {
  const program = await startDemo();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const status = await readFile(`/proc/${program.pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  await discardProgram(program);
  return {
    what: 'resident memory, idle for 60 s, embedded database',
    limit: 400,
    measured: kilobytes / 1024,
    unit: 'MB',
  };
}

const startDemo = async (): Promise<Program> =>
  startProgram({
    entry: 'server/demo.server.ts',
    args: ['--fresh'],
    dataDir: await mkdtemp(join(tmpdir(), 'soak-bench-')),
  });
