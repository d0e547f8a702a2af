import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;
/** What `statfs` calls a tmpfs. */
const TMPFS = 0x01021994;

/**
 * A temporary folder in memory, where there is one with room: hundreds of databases are made and thrown away, of fifteen hundred
 * files each, and on a disk that was a tenth of all processor time. A killed process loses nothing there either. It goes with this process.
 * @returns its path, null where there is none
 */
export async function memoryFolder(): Promise<string | null> {
  if (!existsSync(MEMORY)) return null;
  const { type, bavail, bsize } = await statfs(MEMORY);
  if (type !== TMPFS || bavail * bsize < ENOUGH_BYTES) return null;
  const path = await mkdtemp(join(MEMORY, 'soak-test-'));
  // PostgreSQL runs as another user where this one is root
  await chmod(path, 0o711);
  process.on('exit', () => rmSync(path, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return path;
}
