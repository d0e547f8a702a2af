import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'build', 'server', 'index.js');
/** What the pages are compiled from. */
const SOURCES = ['app', 'collab', 'db', 'domain', 'server', 'public', 'package.json', 'vite.config.ts'];

/** Compiles the pages where there are none yet, or older ones than their sources. Says so, since it takes a moment. */
export async function buildFirst(say: (line: string) => void): Promise<void> {
  const built = newest(BUILT);
  if (built >= Math.max(...SOURCES.map((name) => newest(join(ROOT, name))))) return;
  say(
    built === 0
      ? 'Building the pages, this once …'
      : 'The sources are newer than the pages: building them again …',
  );
  await build();
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

function build(): Promise<void> {
  // with the Node that runs this, not whichever stands first in PATH
  const program = join(ROOT, 'node_modules', '@react-router', 'dev', 'bin.cjs');
  const child = spawn(process.execPath, [program, 'build'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${said}`)),
    );
  });
}
