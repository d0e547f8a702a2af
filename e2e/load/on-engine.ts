import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/open.server.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { type Figure, figureLine, percentile } from './figure.ts';

export type Engine = 'embedded' | 'postgres';
export type Database = Awaited<ReturnType<typeof openDatabase>>['db'];

/** Both, or the embedded one alone where there is no PostgreSQL. */
export const engines = (): readonly Engine[] =>
  findPostgresPrograms() ? ['embedded', 'postgres'] : ['embedded'];

/** Hands over a database of its own, empty, PostgreSQL with fsync; gone afterwards. */
export async function onEngine<T>(engine: Engine, work: (db: Database) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-load-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const { db, close } = await openDatabase(
    postgres ? { databaseUrl: await postgres.createDatabase('load') } : { dataDir },
  );
  try {
    return await work(db);
  } finally {
    await close();
    await postgres?.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What one turn takes, in milliseconds, and how much of it this process's own processor time is. */
export async function timedOnce(work: () => Promise<unknown>): Promise<{ ms: number; processorMs: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - began, processorMs: (user + system) / 1000 };
}

export async function timed(
  times: number,
  work: () => Promise<unknown>,
): Promise<{ ms: number; processorMs: number }[]> {
  const turns: { ms: number; processorMs: number }[] = [];
  for (let time = 0; time < times; time++) turns.push(await timedOnce(work));
  return turns;
}

export async function timedP95(
  what: string,
  limit: number,
  times: number,
  work: () => Promise<unknown>,
): Promise<Figure> {
  const turns = await timed(times, work);
  const of = (share: number, which: 'ms' | 'processorMs') =>
    percentile(
      turns.map((turn) => turn[which]),
      share,
    );
  return {
    what: `${what}, p95 of ${times}`,
    limit,
    measured: of(0.95, 'ms'),
    unit: 'ms',
    processorMs: of(0.5, 'processorMs'),
  };
}

/** How long somebody else's small question to the same database waits at most while `work` goes on. */
export async function longestWaitBeside(db: Database, work: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  let longest = 0;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await db.selectFrom('workspace').select('id').execute();
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await work().finally(() => {
    isOver = true;
  });
  await asking;
  return longest;
}

/** For a file that is run by itself: its figures on each engine there is, with what the machine was doing beside it. */
export async function printOnEngines(measure: (engine: Engine) => Promise<readonly Figure[]>): Promise<void> {
  for (const engine of engines()) {
    for (const figure of await measure(engine)) process.stdout.write(`${figureLine(figure)}\n`);
    process.stdout.write(`      load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
  }
}
