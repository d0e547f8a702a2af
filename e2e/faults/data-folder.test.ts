import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { makeReadOnly, mountSmallDisk } from './small-disk.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function start(dataDir: string) {
  const program = await startProgram({ entry: 'server/start.server.ts', dataDir });
  undo.push(() => program.kill());
  return program;
}

/** What the program says when it does not start: one plain line, no stack. */
const refusalOf = async (dataDir: string) => {
  const { message } = await start(dataDir).then(
    () => new Error('it started'),
    (error: Error) => error,
  );
  const said = message.split('\n').slice(1).join('\n').trim();
  expect(said).not.toMatch(/\n|^\s*at /);
  return said;
};

test('[bad input 52] a second process on a folder is refused and the first goes on; damaged, the folder is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'soak-folder-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const first = await start(folder);
  expect(await refusalOf(folder)).toMatch(/^Another Soak is already running on the data folder .*\.$/);
  expect((await reach(first.origin, '/readyz')).text).toBe('ready');
  expect(process.kill(first.pid, 0)).toBe(true);
  await first.stop();
  await truncate(join(folder, 'postgres', 'global', 'pg_control'), 100);
  expect(await refusalOf(folder)).toMatch(/cannot be opened: it is damaged .* Put a copy back/);
});

test('[bad input 52] a folder on a disk that may only be read is refused', async ({ skip }) => {
  const disk = await mountSmallDisk(200);
  if (!disk) return skip('no disk may be mounted here');
  undo.push(() => disk.remove());
  await (await start(disk.folder)).stop();
  makeReadOnly(disk);
  expect(await refusalOf(disk.folder)).toMatch(
    /^The data folder .* cannot be written to \(.*read-only.*\)\.$/,
  );
});
