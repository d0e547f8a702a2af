import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Dumping, dumpsFolder, keepDumping } from './keep-dumping.server.ts';

let dataDir: string;
let now: Date;
let dumping: Dumping;
const failures: unknown[] = [];
const app = {
  clock: { now: () => now },
  log: { info: () => {}, error: (_event: string, error: unknown) => void failures.push(error) },
};
const pass = async (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
  await dumping.look();
};
const dumps = async () => (await readdir(dumpsFolder(dataDir)).catch(() => [])).sort();

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'soak-dumps-'));
  now = new Date('2026-11-01T00:00:00Z');
  failures.length = 0;
  dumping = keepDumping(app, dataDir, (file) => writeFile(file, ''));
});
afterEach(async () => {
  await dumping.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('[D12] the embedded database is dumped soon after its first start, then every hour', async () => {
  await pass(4);
  expect(await dumps()).toEqual([]);
  await pass(1);
  expect(await dumps()).toEqual(['2026-11-01T00-05.soak']);
  await pass(59);
  await pass(1);
  expect(await dumps()).toEqual(['2026-11-01T00-05.soak', '2026-11-01T01-05.soak']);
});

test('[D12] the last 24 dumps stay, and one of each of the last seven days; no other file is touched', async () => {
  await pass(5);
  await writeFile(join(dumpsFolder(dataDir), 'mine.soak'), '');
  for (let hour = 0; hour < 24 * 12; hour++) await pass(60);
  const kept = (await dumps()).filter((name) => name !== 'mine.soak');
  expect(await dumps()).toContain('mine.soak');
  expect(kept.length).toBe(24 + 5);
  expect(kept.slice(-24)).toEqual(
    Array.from({ length: 24 }, (_, back) => new Date(now.getTime() - (23 - back) * 3_600_000)).map(
      (at) => `${at.toISOString().slice(0, 16).replace(':', '-')}.soak`,
    ),
  );
  expect(kept.slice(0, 5)).toEqual(['07', '08', '09', '10', '11'].map((day) => `2026-11-${day}T23-05.soak`));
});

test('[D12] a clock set back does not stop the dumps, and a half-written one of a killed program goes', async () => {
  await pass(5);
  await writeFile(join(dumpsFolder(dataDir), '.2026-11-01T00-05.soak.making'), 'half');
  await pass(-24 * 60);
  await pass(24 * 60 + 60);
  expect((await dumps()).filter((name) => name.endsWith('.making'))).toEqual([]);
  expect((await dumps()).length).toBeGreaterThan(1);
});

test('[D12] no dump is begun while the program stops, and one that fails is said once and tried again', async () => {
  await dumping.stop();
  let tries = 0;
  dumping = keepDumping(app, dataDir, async () => {
    tries++;
    throw new Error('no room');
  });
  await pass(5);
  await pass(1);
  expect(tries).toBe(2);
  expect(failures.length).toBe(1);
  await dumping.stop();
  await pass(60);
  expect(tries).toBe(2);
});

test('[D14] renewed, one new dump stands in the place of all before it; where none can be made, they stay', async () => {
  await pass(5);
  for (let hour = 0; hour < 30; hour++) await pass(60);
  await writeFile(join(dumpsFolder(dataDir), 'mine.soak'), '');
  const before = await dumps();
  await dumping.stop();
  dumping = keepDumping(app, dataDir, async () => {
    throw new Error('no room');
  });
  now = new Date(now.getTime() + 60_000);
  await expect(dumping.renew()).rejects.toThrow('no room');
  expect(await dumps()).toEqual(before);
  await dumping.stop();
  dumping = keepDumping(app, dataDir, (file) => writeFile(file, 'new'));
  await dumping.renew();
  expect(await dumps()).toEqual([`${now.toISOString().slice(0, 16).replace(':', '-')}.soak`, 'mine.soak']);
});
