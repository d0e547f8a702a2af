import { readCommentsRevs } from '#db/comment-threads.ts';
import { readRightsCounter } from '#db/rights.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { Database, Log } from '../app.ts';

/** Those who wait for a review's comments to change. Rows are the truth; this only says "look again". */
export interface ReviewNews {
  /** Somebody here has changed this review's comments. */
  changed(review: ReviewId): void;
  /** Resolves at the next change, when rights move, when `signal` ends it, or after the longest time. Never rejects. */
  next(review: ReviewId, signal: AbortSignal): Promise<void>;
  /** Lets everybody go; nobody waits any more. */
  close(): void;
}

export const NEWS_DURATIONS = {
  /** How long one question is held; shorter than any proxy's patience. */
  longest: 20_000,
  /** How often rows are looked at while somebody waits: what another node wrote arrives within this. */
  poll: 2_000,
};

type Waiting = () => void;

/** Several nodes need nothing between them for this: each looks at the counters of what is waited for, and at the rights counter (P7). */
export function createReviewNews(
  { db, log }: { db: Database; log: Log },
  durations: Partial<typeof NEWS_DURATIONS> = {},
): ReviewNews {
  const { longest, poll } = { ...NEWS_DURATIONS, ...durations };
  const waiting = new Map<ReviewId, Set<Waiting>>();
  const known = new Map<ReviewId, number>();
  let rights: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  const release = (review: ReviewId) => {
    for (const go of [...(waiting.get(review) ?? [])]) go();
  };
  const look = async () => {
    const asked = [...waiting.keys()];
    const counter = await readRightsCounter(db);
    for (const [review, rev] of await readCommentsRevs(db, asked)) {
      if (known.has(review) && known.get(review) !== rev) release(review);
      known.set(review, rev);
    }
    if (rights !== null && rights !== counter) for (const review of asked) release(review);
    rights = counter;
  };
  const keepLooking = () => {
    if (timer || isClosed || waiting.size === 0) return;
    timer = setTimeout(() => {
      look()
        .catch((error) => log.error('review news', error))
        .finally(() => {
          timer = null;
          if (waiting.size === 0) forget();
          keepLooking();
        });
    }, poll);
  };
  const forget = () => {
    known.clear();
    rights = null;
  };

  return {
    changed: release,
    next: (review, signal) =>
      new Promise((resolve) => {
        if (isClosed || signal.aborted) return resolve();
        const late = setTimeout(go, longest);
        function go() {
          clearTimeout(late);
          signal.removeEventListener('abort', go);
          const others = waiting.get(review);
          others?.delete(go);
          if (others?.size === 0) waiting.delete(review);
          resolve();
        }
        signal.addEventListener('abort', go);
        waiting.set(review, (waiting.get(review) ?? new Set()).add(go));
        keepLooking();
      }),
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      for (const review of [...waiting.keys()]) release(review);
    },
  };
}
