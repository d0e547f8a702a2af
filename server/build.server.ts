import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const BUILT = path.join(ROOT, 'build', 'server', 'index.js');
const SOURCES = [
  'app',
  'collab',
  'db',
  'domain',
  'server',
  'public',
  'package.json',
  'vite.config.ts',
  'react-router.config.ts',
];

/** Builds the pages where that was never done or a source is newer. Says so, since it takes some seconds. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const builtAt = modifiedAt(BUILT);
  if (builtAt > newestOf(SOURCES.map((source) => path.join(ROOT, source)))) return;
  say('Building the pages, once …');
  const code = await new Promise<number>((resolve, reject) => {
    const cli = path.join(ROOT, 'node_modules', '@react-router', 'dev', 'bin.cjs');
    const child = spawn(process.execPath, [cli, 'build'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
  if (code !== 0) throw new Error('The pages could not be built; what is above says why.');
}

function newestOf(paths: readonly string[]): number {
  let newest = 0;
  for (const each of paths) {
    const stat = statSync(each, { throwIfNoEntry: false });
    if (!stat) continue;
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory())
      newest = Math.max(newest, newestOf(readdirSync(each).map((name) => path.join(each, name))));
  }
  return newest;
}

const modifiedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
