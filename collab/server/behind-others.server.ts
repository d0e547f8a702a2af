import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** On a machine with nothing to spare it still gets a third of what others get: who waits for a rescued word waits seconds, not minutes. */
const RANK = 5;

/**
 * For a thread whose work can wait: while both cores are busy, whoever types comes first. Linux alone gives one thread a rank of its
 * own; elsewhere the whole program would be set back, so nothing is done there.
 */
export function standBehindOthers(): void {
  if (process.platform !== 'linux' || isMainThread) return;
  try {
    setPriority(0, RANK);
  } catch {
    // a sandbox may forbid it; the work is done all the same
  }
}
