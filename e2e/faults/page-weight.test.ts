import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const CLIENT = path.join(import.meta.dirname, '../../build/client');
const KB = 1000;

interface Manifest {
  entry: { module: string; imports: string[] };
  routes: Record<string, { parentId?: string; module: string; imports: string[] }>;
}

const listOfPages = () =>
  `/assets/${readdirSync(path.join(CLIENT, 'assets')).find((file) => /^manifest-.*\.js$/.test(file))}`;

/** What the browser is told to fetch, as React Router's own list has it. */
function manifest(): Manifest {
  const window: { __reactRouterManifest?: Manifest } = {};
  runInNewContext(readFileSync(path.join(CLIENT, listOfPages()), 'utf8'), { window });
  if (!window.__reactRouterManifest) throw new Error('the build has no list of pages');
  return window.__reactRouterManifest;
}

/** The files of one page, entry, layouts and the list of pages with it, as they lie compressed beside their files. */
function scriptsOf(route: string) {
  const { entry, routes } = manifest();
  const files = new Set([listOfPages(), entry.module, ...entry.imports]);
  for (let at = routes[route]; at; at = at.parentId ? routes[at.parentId] : undefined)
    for (const file of [at.module, ...at.imports]) files.add(file);
  const bytes = (ending: string) =>
    [...files].reduce((sum, file) => sum + readFileSync(path.join(CLIENT, file + ending)).length, 0);
  return { files: files.size, brotli: bytes('.br'), gzip: bytes('.gz') };
}

test.each([
  ['home', 'routes/home/route', 160, 26],
  ['the reading view', 'routes/write-up/route', 200, 32],
  ['writing', 'routes/write-up-write/route', 345, 41],
])('%s asks for few files, and no more than it needs', (_, route, kilobytes, files) => {
  const scripts = scriptsOf(route);
  expect(scripts.gzip).toBeLessThanOrEqual(kilobytes * KB);
  expect(scripts.files).toBeLessThanOrEqual(files);
});

test('the room weighs 330 kB at most where the browser takes Brotli', () => {
  const scripts = scriptsOf('routes/meeting/route');
  expect(scripts.brotli).toBeLessThanOrEqual(330 * KB);
  expect(scripts.files).toBeLessThanOrEqual(41);
});
