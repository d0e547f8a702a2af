import type { Loss } from '../rescue/find-losses.ts';
import { askThread } from './ask-thread.server.ts';

/** A snapshot as it is, and the log rows it is to take in. */
export interface ToBuild {
  before: readonly Uint8Array[];
  rows: readonly Uint8Array[];
}

export interface Built {
  parts: Uint8Array[];
  /** what the rows took away unseen */
  losses: Loss[];
}

/** Runs `buildSnapshot` in a thread of its own. Rejects with what it threw, or when it takes too long. */
export const buildInWorker = (toBuild: ToBuild, signal?: AbortSignal): Promise<Built> =>
  askThread<Built>(new URL('./snapshot-worker.server.ts', import.meta.url), toBuild, { signal });
