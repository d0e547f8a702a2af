/** Data folders with the example reviews in them: seeded once every few minutes, then copied. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILT = join(import.meta.dirname, '..', 'build', 'server', 'index.js');
/** The examples are told from now: one meeting is about to start. */
const FRESH_MS = 4 * 60_000;
/** An older one may just be being copied. */
const GONE_MS = 3 * FRESH_MS;

/**
 * A folder of its own for a program, with what seeding leaves. Telling the examples and putting their write-ups in order took a
 * program three fifths of its first half minute's processor time (2.6 s, a copy 1.1 s, in one run on 2026-11-30).
 * @param seed fills an empty folder and has closed it when it is done
 */
export async function seededFolder(seed: (folder: string) => Promise<void>): Promise<string> {
  const own = await mkdtemp(join(tmpdir(), 'soak-program-'));
  const kept = (await newest()) ?? (await made(seed));
  // a program told to end while it opens its socket may leave it, and its lock's journal, behind
  await cp(kept, own, { recursive: true, filter: (from) => !/soak\.(sock|lock.*)$/.test(from) });
  return own;
}

/** In its name stands what it was made from, and when. */
function prefix(): string {
  const built = existsSync(BUILT) ? statSync(BUILT).mtimeMs : 0;
  const made = createHash('sha256').update(`${import.meta.dirname} ${process.getuid?.()} ${built}`);
  return `soak-seeded-${made.digest('hex').slice(0, 12)}-`;
}

const ageOf = (name: string) => Date.now() - Number(name.slice(name.lastIndexOf('-') + 1));

async function newest(): Promise<string | null> {
  const start = prefix();
  const fresh = (await readdir(tmpdir())).filter((name) => name.startsWith(start) && ageOf(name) < FRESH_MS);
  const [youngest] = fresh.toSorted((a, b) => ageOf(a) - ageOf(b));
  return youngest === undefined ? null : join(tmpdir(), youngest);
}

async function made(seed: (folder: string) => Promise<void>): Promise<string> {
  const making = await mkdtemp(join(tmpdir(), 'soak-making-'));
  const since = Date.now();
  await seed(making).catch(async (error) => {
    await rm(making, { recursive: true, force: true });
    throw error;
  });
  const folder = join(tmpdir(), `${prefix()}${since}`);
  // two that make one in the same millisecond: the first is as good
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }));
  for (const name of await readdir(tmpdir()))
    if (name.startsWith('soak-seeded-') && ageOf(name) > GONE_MS)
      // another user's is not ours to remove
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  return folder;
}
