import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shell } from './shell.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soak-files-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'room-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets', 'room-1a2b.js.br'), 'small');
  await writeFile(join(folder, 'favicon.svg'), '<svg/>');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asked = (path: string, encoding = '') =>
  shell({
    handle: async () => new Response('a page', { status: 404 }),
    allowedOrigins: () => [],
    hasSignInCookie: () => false,
    whatIsMissing: async () => null,
    metrics: async () => new Response(''),
    explainCollab: async () => 204,
    clientFolder: folder,
    https: false,
    onError: () => {},
  }).request(path, { headers: { 'Accept-Encoding': encoding } });

test('what is named by its content is kept for good by browsers, compressed where they take it', async () => {
  const small = await asked('/assets/room-1a2b.js', 'gzip, br');
  expect(await small.text()).toBe('small');
  expect(small.headers.get('Content-Encoding')).toBe('br');
  const plain = await asked('/assets/room-1a2b.js');
  expect(await plain.text()).toBe('plain');
  for (const answer of [small, plain])
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  expect((await asked('/favicon.svg')).headers.get('Cache-Control')).toBe('public, max-age=3600');
});

test('a file that is not there is the pages’ to answer, and kept by nobody', async () => {
  const answer = await asked('/assets/gone.js');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('Cache-Control')).toBeNull();
});
