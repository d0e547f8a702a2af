import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { lockFolder } from '#db/engine/folder-lock.server.ts';

/** What the demo remembers beside its database. Its presence is what makes a folder a demo's, and so one that may be thrown away. */
const Memory = z.strictObject({ ready: z.boolean(), offsetMs: z.number().min(0) });
type Memory = z.infer<typeof Memory>;

export interface DemoFolder {
  folder: string;
  /** Null: nothing to go on with, the examples are to be made. */
  resumed: { offsetMs: number } | null;
  keep(memory: Memory): Promise<void>;
  /** After a clean stop: the next start begins anew. */
  forget(): Promise<void>;
}

const MEMORY = 'demo.json';
/** The lock's file, and the journal SQLite keeps beside it. */
const LOCK = 'soak.lock';

/** DATA_DIR, or one folder for each checkout under the system's temporary directory. */
export const demoFolderPath = (dataDir: string | undefined, checkout: string): string =>
  dataDir ??
  join(
    tmpdir(),
    `soak-demo-${process.getuid?.() ?? 'user'}-${createHash('sha256').update(checkout).digest('hex').slice(0, 10)}`,
  );

/**
 * Takes up a demo that was cut off, or clears its folder for a new one. A folder that holds anything else is refused:
 * `npm run demo` beside a real DATA_DIR must not cost anybody their reviews.
 */
export async function openDemoFolder(folder: string, fresh: boolean): Promise<DemoFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // a demo that is running keeps what it has; main takes the lock again for itself
  const lock = lockFolder(folder);
  try {
    return await takeUp(folder, fresh);
  } finally {
    lock.release();
  }
}

async function takeUp(folder: string, fresh: boolean): Promise<DemoFolder> {
  const memory = await recall(folder);
  const others = (await readdir(folder)).filter((name) => !name.startsWith(LOCK));
  if (!memory && others.length > 0)
    throw new Error(
      `${folder} holds something that is not a demo. Name an empty folder in DATA_DIR, or none.`,
    );
  const resumed = memory?.ready && !fresh ? { offsetMs: memory.offsetMs } : null;
  if (!resumed) await empty(folder);
  const keep = (next: Memory) => write(folder, next);
  if (!resumed) await keep({ ready: false, offsetMs: 0 });
  return { folder, resumed, keep, forget: () => keep({ ready: false, offsetMs: 0 }) };
}

async function recall(folder: string): Promise<Memory | null> {
  const text = await readFile(join(folder, MEMORY), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return Memory.parse(JSON.parse(text));
  } catch {
    return { ready: false, offsetMs: 0 };
  }
}

/** The memory stays: cut off in between, the folder is still known as a demo's. */
async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name !== MEMORY && !name.startsWith(LOCK))
      await rm(join(folder, name), { recursive: true, force: true });
}

/** Whole or not at all. */
async function write(folder: string, memory: Memory): Promise<void> {
  const writing = join(folder, `${MEMORY}.writing`);
  await writeFile(writing, JSON.stringify(memory));
  await rename(writing, join(folder, MEMORY));
}
