import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefused } from './errors.ts';

const SQLITE_BUSY = 5;

export interface FolderLock {
  release(): void;
}

/**
 * Takes a data folder for this process alone. PGlite would open one folder twice without complaint, and the two destroy
 * each other's rows. SQLite's lock is the operating system's: a second opener is refused at once, and it is free after kill -9.
 */
export function lockFolder(folder: string): FolderLock {
  const file = openLockFile(folder);
  try {
    file.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    file.close();
    if (sqliteCode(error) === SQLITE_BUSY)
      throw new DatabaseRefused(`Another Soak is already running on the data folder ${folder}.`);
    throw cannotWrite(folder, error);
  }
  return { release: () => file.close() };
}

function openLockFile(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // SQLite would open a file that may only be read, and lock it
    accessSync(folder, constants.W_OK);
    return new DatabaseSync(join(folder, 'soak.lock'));
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

function cannotWrite(folder: string, error: unknown): DatabaseRefused {
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseRefused(`The data folder ${folder} cannot be written to (${reason}).`);
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;
}
