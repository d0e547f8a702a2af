import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from './open.server.ts';

const run = promisify(execFile);
const OPEN = new URL('./open.server.ts', import.meta.url).href;
let root: string;

// whole databases are made and killed here: a busy machine takes its time
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'soak-folder-'));
  // the test of a folder nobody may write to runs as somebody who is not root
  await chmod(root, 0o755);
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('[bad input 52] a second opener of one folder is refused at once, and a third after a close is not', async () => {
  const dataDir = join(root, 'twice');
  const first = await openDatabase({ dataDir });
  const times: number[] = [];
  for (let left = 3; left > 0; left -= 1) {
    const started = performance.now();
    await expect(openDatabase({ dataDir })).rejects.toThrow(/already running on the data folder/);
    times.push(performance.now() - started);
  }
  expect(Math.min(...times)).toBeLessThan(500);
  await first.close();
  await (await openDatabase({ dataDir })).close();
});

test('[bad input 52] a folder is free, and keeps its rows, after its holder was killed', async () => {
  const dataDir = join(root, 'killed');
  const holder = spawn(process.execPath, ['--input-type=module', '-e', holding(dataDir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  await expect(openDatabase({ dataDir })).rejects.toThrow(/already running/);
  const gone = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await gone;
  const { db, close } = await openDatabase({ dataDir });
  expect(await db.selectFrom('teams').select('name').execute()).toEqual([{ name: 'kept' }]);
  await close();
});

test('[bad input 52] a damaged folder is refused in a sentence', async () => {
  const dataDir = join(root, 'damaged');
  await (await openDatabase({ dataDir })).close();
  await truncate(join(dataDir, 'postgres', 'global', 'pg_control'), 100);
  await expect(openDatabase({ dataDir })).rejects.toThrow(/cannot be opened: it is damaged/);
});

test('[bad input 52] what is no database at all is refused too', async () => {
  const dataDir = join(root, 'foreign');
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'holiday.jpg'), 'not rows');
  await expect(openDatabase({ dataDir })).rejects.toThrow(/cannot be opened/);
});

test('[bad input 52] a data folder that is a file is refused', async () => {
  await writeFile(join(root, 'a-file'), '');
  await expect(openDatabase({ dataDir: join(root, 'a-file') })).rejects.toThrow(/cannot be written to/);
});

test('[bad input 52] a folder that may only be read is refused', async () => {
  const dataDir = join(root, 'read-only');
  await (await openDatabase({ dataDir })).close();
  await run('chmod', ['-R', 'a+rX,a-w', dataDir]);
  const asking = `import { openDatabase } from ${JSON.stringify(OPEN)};
    await openDatabase({ dataDir: ${JSON.stringify(dataDir)} }).then(() => console.log('opened'), (error) => console.log(error.message));`;
  const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', asking], {
    ...somebody,
    cwd: '/',
  });
  expect(stdout).toMatch(/cannot be written to/);
});

const holding = (dataDir: string) => `import { openDatabase } from ${JSON.stringify(OPEN)};
  const { db } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
  await db.insertInto('teams').values({ id: '6f1c2b9e-0000-4000-8000-000000000001', name: 'kept' }).execute();
  console.log('held');
  setInterval(() => {}, 1000);`;
