import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDemoFolder } from './demo-folder.server.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'soak-demo-folder-'));

test('a demo that was cut off is taken up with its clock', async () => {
  const folder = await newFolder();
  const first = await openDemoFolder(folder, false);
  expect(first.resumed).toBeNull();
  await first.keep({ ready: true, offsetMs: 7_200_000 });
  expect((await openDemoFolder(folder, false)).resumed).toEqual({ offsetMs: 7_200_000 });
});

test('after a clean stop, after --fresh, or half made, it begins anew', async () => {
  const folder = await newFolder();
  const first = await openDemoFolder(folder, false);
  await writeFile(join(folder, 'rows'), 'half');
  expect((await openDemoFolder(folder, false)).resumed).toBeNull();
  expect(await readdir(folder)).not.toContain('rows');
  await first.keep({ ready: true, offsetMs: 0 });
  expect((await openDemoFolder(folder, true)).resumed).toBeNull();
  await first.keep({ ready: true, offsetMs: 0 });
  await first.forget();
  expect((await openDemoFolder(folder, false)).resumed).toBeNull();
});

test('a folder that holds something else is refused and left as it is', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'postgres'), 'real reviews');
  await expect(openDemoFolder(folder, true)).rejects.toThrow('holds something that is not a demo');
  expect(await readdir(folder)).toContain('postgres');
});
