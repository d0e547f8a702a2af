import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseRefused } from './engine/errors.ts';
import { readMigrations } from './migrate.server.ts';

/** Fills a template with rows. `entry` is a module whose export `seed(db)` does it; `key` changes when what it writes does. */
export interface Seeding {
  entry: URL;
  key: string;
}

/**
 * A data folder ready to be copied: initdb takes seconds and leaves hundreds of MB behind in its process, a copy opens at once.
 * Made in a child process that exits, once for each set of migrations, engine version and seeding. Gives its folder.
 */
export async function ensureTemplate(seeding?: Seeding): Promise<string> {
  const folder = join(await cacheFolder(), await templateKey(seeding));
  if (existsSync(folder)) return folder;
  const making = `${folder}.making-${process.pid}-${Date.now()}`;
  try {
    await makeInChild(making, seeding);
    await rename(making, folder).catch((error: unknown) => {
      // somebody else's is there already, and is the same
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  await forgetOlder(folder);
  return folder;
}

const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** Templates of earlier versions are of no more use; a younger one may just be being copied. */
async function forgetOlder(folder: string): Promise<void> {
  const kind = basename(folder).split('-')[0] ?? '';
  for (const name of await readdir(dirname(folder))) {
    const other = join(dirname(folder), name);
    if (other === folder || !name.startsWith(`${kind}-`)) continue;
    // one that is being made beside this one may have gone by now
    const found = await stat(other).catch(() => null);
    if (found && Date.now() - found.mtimeMs > FORGOTTEN_AFTER_MS)
      await rm(other, { recursive: true, force: true });
  }
}

async function templateKey(seeding?: Seeding): Promise<string> {
  const hash = createHash('sha256').update(`${process.arch} pglite 0.5.14 layout 1\n`);
  for (const migration of await readMigrations()) hash.update(`${migration.name} ${migration.hash}`);
  const key = hash
    .update(seeding?.key ?? '')
    .digest('hex')
    .slice(0, 16);
  return `${seeding ? 'seeded' : 'empty'}-${key}`;
}

/** Under node_modules where that may be written, so that it goes with it; else one under the system's temporary directory. */
async function cacheFolder(): Promise<string> {
  const beside = fileURLToPath(new URL('../node_modules/.cache/soak-templates', import.meta.url));
  try {
    await mkdir(beside, { recursive: true });
    await access(beside, constants.W_OK);
    return beside;
  } catch {
    const temporary = join(tmpdir(), `soak-templates-${process.getuid?.() ?? 'user'}`);
    await mkdir(temporary, { recursive: true, mode: 0o700 });
    return temporary;
  }
}

function makeInChild(folder: string, seeding?: Seeding): Promise<void> {
  const entry = fileURLToPath(new URL('./template-entry.server.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, folder, ...(seeding ? [seeding.entry.href] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new DatabaseRefused(`A new database could not be made: ${said.trim()}`));
    });
  });
}
