/** `node e2e/load/acknowledgements.ts [writers] [seconds]`: how long an edit waits for "Saved" with many writers on one document, the log on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTab, until } from '../faults/writers.ts';
import { DOCUMENT, FAULT_TEXT, WRITER } from '../faults/written.ts';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { startProgram } from '../program.ts';

export interface Acknowledgements {
  engine: string;
  writers: number;
  edits: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Each writer types `perSecond` edits a second; an edit's wait ends when the provider counts it acknowledged. */
export const measureAcknowledgements = async (
  engine: 'embedded' | 'postgres',
  writers = 25,
  seconds = 10,
  perSecond = 5,
): Promise<Acknowledgements> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-load-'));
  const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : null;
  const env: Record<string, string> = postgres ? { DATABASE_URL: await postgres.createDatabase('load') } : {};
  const program = await startProgram({ dataDir, entry: 'e2e/collab-program.server.ts', env });
  const at = { origin: program.origin, cookie: `who=${WRITER}`, document: DOCUMENT };
  const tabs = Array.from({ length: writers }, () => openTab(at));
  await until(() => tabs.every((tab) => tab.status.get().saved === 'saved'), 'all there', 60_000);
  const waits: number[] = [];
  const ends = performance.now() + seconds * 1000;
  await Promise.all(
    tabs.map(async (tab) => {
      while (performance.now() < ends) {
        await new Promise((resolve) => setTimeout(resolve, (Math.random() * 2000) / perSecond));
        waits.push(await oneEdit(tab));
      }
    }),
  );
  for (const tab of tabs) tab.close();
  await program.stop();
  await postgres?.remove();
  await rm(dataDir, { recursive: true, force: true });
  waits.sort((a, b) => a - b);
  const at95 = (share: number) => Math.round((waits[Math.floor(waits.length * share)] ?? 0) * 10) / 10;
  return { engine, writers, edits: waits.length, p50: at95(0.5), p95: at95(0.95), p99: at95(0.99) };
};

const oneEdit = (tab: ReturnType<typeof openTab>): Promise<number> =>
  new Promise((resolve) => {
    const began = performance.now();
    const stop = tab.link.subscribe(() => {
      if (tab.link.get().unacknowledged > 0) return;
      stop();
      resolve(performance.now() - began);
    });
    tab.doc.getText(FAULT_TEXT).insert(0, 'w');
  });

if (import.meta.main) {
  const [writers, seconds] = process.argv.slice(2).map(Number);
  for (const engine of ['embedded', 'postgres'] as const) {
    if (engine === 'postgres' && !findPostgresPrograms()) continue;
    process.stdout.write(`${JSON.stringify(await measureAcknowledgements(engine, writers, seconds))}\n`);
  }
}
