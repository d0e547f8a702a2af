import { once } from 'node:events';
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
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

async function start(dataDir: string, env: Record<string, string> = {}) {
  const program = await startProgram({ entry: 'server/start.server.ts', dataDir, env });
  undo.push(() => program.kill());
  return program;
}

/** What the program says when it does not start: one plain line, no stack. */
const refusalOf = async (dataDir: string, env?: Record<string, string>) => {
  const { message } = await start(dataDir, env).then(
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

test('a port that is taken and an address that is not here are told, with what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'soak-folder-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const taken = createServer().listen(0, '127.0.0.1');
  undo.push(() => new Promise((resolve) => taken.close(resolve)));
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  expect(await refusalOf(folder, { PORT: String(port) })).toBe(
    `Port ${port} is in use by another program. Choose another one: PORT=${port + 1} before the same command.`,
  );
  expect(await refusalOf(folder, { HOST: '203.0.113.7' })).toMatch(
    /^HOST is “203\.0\.113\.7”, and this machine has/,
  );
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
