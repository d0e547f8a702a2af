import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** Makes a dump into `file`, whole or not at all. Rejects when it could not, or when `signal` gave it up. */
export type MakeDump = (file: string, signal: AbortSignal) => Promise<void>;

const ENTRY = join(import.meta.dirname, '..', 'backup.server.ts');

/**
 * The same `npm run backup` that anybody may start beside the server: packing happens in a process of its own, which yields to every
 * other, and the server only hands out rows.
 */
export const dumpInChild =
  (dataDir: string): MakeDump =>
  (file, signal) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [ENTRY, '--unhurried', file], {
        env: { PATH: process.env.PATH, DATA_DIR: dataDir },
        stdio: ['ignore', 'ignore', 'ignore'],
        signal,
      });
      child.once('error', reject);
      child.once('spawn', () => yieldToOthers(child.pid ?? 0));
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`the dump ended with code ${code}`)),
      );
    });

function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // it ended already, or this system does not allow it
  }
}
