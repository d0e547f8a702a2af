import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;
/** What `statfs` calls free is the folder's limit alone: whether the machine has it, and programs and browsers beside it, is another figure. */
const ENOUGH_AVAILABLE_BYTES = 6 * 1024 ** 3;
/** What `statfs` calls a tmpfs. */
const TMPFS = 0x01021994;

/**
 * A temporary folder in memory, where there is one with room: hundreds of databases are made and thrown away, of fifteen hundred
 * files each, and on a disk that was a tenth of a program's start. A killed process loses nothing there either. It goes with this
 * process; where that is killed, with the next one's start.
 * @returns its path, null where there is none
 */
export async function memoryFolder(): Promise<string | null> {
  if (!existsSync(MEMORY)) return null;
  await removeLeftBehind();
  const { type, bavail, bsize } = await statfs(MEMORY);
  if (type !== TMPFS || bavail * bsize < ENOUGH_BYTES || (await available()) < ENOUGH_AVAILABLE_BYTES)
    return null;
  const path = await mkdtemp(join(MEMORY, `soak-test-${process.pid}-`));
  // PostgreSQL runs as another user where this one is root
  await chmod(path, 0o711);
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return path;
}

async function available(): Promise<number> {
  const told = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  return Number(/^MemAvailable:\s+(\d+) kB$/m.exec(told)?.[1] ?? 0) * 1024;
}

/** Folders of runners that were killed, and so could not take theirs along. */
async function removeLeftBehind(): Promise<void> {
  for (const name of await readdir(MEMORY)) {
    const pid = /^soak-test-(\d+)-\w+$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    // another user's is not ours to remove
    await rm(join(MEMORY, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
