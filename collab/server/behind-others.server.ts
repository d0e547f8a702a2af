import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/**
 * For a thread whose work can wait: while both cores are busy, whoever types comes first. Linux alone gives one thread a rank of its
 * own; elsewhere the whole program would be set back, so nothing is done there.
 */
export function standBehindOthers(): void {
  if (process.platform !== 'linux' || isMainThread) return;
  try {
    setPriority(0, constants.priority.PRIORITY_LOW);
  } catch {
    // a sandbox may forbid it; the work is done all the same
  }
}
