import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupRefused } from '#db/backup/backup-refused.ts';

/** A file that is there whole or not at all, readable by its owner alone. */
export interface FilePlace {
  handle: FileHandle;
  /** On the disk, and under its name. */
  keep(): Promise<void>;
  /** As if it had never been begun. */
  drop(): Promise<void>;
}

const makingName = (file: string) => join(dirname(file), `.${basename(file)}.making`);

/** Begins a file under a temporary name in the same folder; one that a kill left there is taken away. */
export async function beginFile(file: string): Promise<FilePlace> {
  const making = makingName(file);
  if ((await stat(file).catch(() => null))?.isDirectory())
    throw new BackupRefused(`${file} is a folder. Name a file in it.`);
  const handle = await openAnew(making);
  return {
    handle,
    async keep() {
      await handle.sync();
      await handle.close();
      await rename(making, file);
      await syncFolder(dirname(file));
    },
    async drop() {
      await handle.close().catch(() => {});
      await rm(making, { force: true });
    },
  };
}

/** A file without a name: gone with whoever holds it, also after a kill. */
export async function openNameless(beside: string): Promise<FileHandle> {
  const path = `${makingName(beside)}.spool`;
  const handle = await openAnew(path);
  await rm(path);
  return handle;
}

async function openAnew(path: string): Promise<FileHandle> {
  try {
    await rm(path, { force: true });
    return await open(path, 'wx+', 0o600);
  } catch (error) {
    throw cannotWrite(dirname(path), error);
  }
}

/** A rename is only as durable as the folder it happened in. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'it can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
};

/** What kept a file from being written, in a sentence; anything else as it is. */
export function cannotWrite(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = SENTENCES[code];
  return sentence ? new BackupRefused(`Nothing can be written into ${folder}: ${sentence}.`) : error;
}
