import type { LoggedUpdate } from '#db/documents.ts';
import { isDatabaseUnavailable } from '#db/engine/errors.ts';

type Insert = (updates: readonly LoggedUpdate[]) => Promise<number[]>;

/** Pages try again every two seconds: after so long nobody is trying, and nothing is known. */
const FRESH_MS = 15_000;

/** Remembers whether the log could be written to when somebody last tried. What is wrong with an edit itself does not count. */
export const watchAppends = (insert: Insert, now: () => number = () => performance.now()) => {
  let failedAt: number | null = null;
  return {
    insert: async (updates: readonly LoggedUpdate[]): Promise<number[]> => {
      try {
        const seqs = await insert(updates);
        failedAt = null;
        return seqs;
      } catch (error) {
        if (isDatabaseUnavailable(error)) failedAt = now();
        throw error;
      }
    },
    isFailing: (): boolean => failedAt !== null && now() - failedAt < FRESH_MS,
  };
};
