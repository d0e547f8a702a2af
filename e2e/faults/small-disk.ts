import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, small enough to be full. */
export interface SmallDisk {
  folder: string;
  /** Leaves not one free byte. */
  fill(): void;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** Null where this user may not mount one. */
export async function mountSmallDisk(mebibytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'soak-disk-'));
  if (!isDone('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder)) {
    await rm(folder, { recursive: true });
    return null;
  }
  await chmod(folder, 0o777);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => fillUp(filler),
    free: () => rm(filler),
    remove: async () => {
      isDone('umount', '-l', folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing on it can be written from now on. */
export function makeReadOnly({ folder }: SmallDisk): void {
  if (!isDone('mount', '-o', 'remount,ro', folder)) throw new Error('the disk stays writable');
}

function fillUp(filler: string): void {
  const file = openSync(filler, 'w');
  for (const chunk of [1024 * 1024, 4096, 1]) writeUntilFull(file, Buffer.alloc(chunk));
  closeSync(file);
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

function isDone(command: string, ...words: string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
