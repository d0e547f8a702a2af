import { NO_RELAY, type Relay } from '#collab/server/relay/relay.ts';
import { readCommentsRevs } from '#db/comment-threads.ts';
import { readRightsCounter } from '#db/rights.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Database, Log } from '../app.ts';

/** What somebody knows who waits: anything else is news. */
export interface KnownState {
  rev: number;
  /** The rights counter before their right was asked for (P7). */
  rights: number;
}

/** Those who wait for a review's comments to change. Rows are the truth; this only says "look again". */
export interface ReviewNews {
  /** Somebody here has changed this review's comments. */
  changed(review: ReviewId): void;
  /**
   * Resolves at the next change, when rights move, when `signal` ends it, or after the longest time. Never rejects. Null for
   * somebody who waits in `MOST_WAITING` pages already.
   */
  next(review: ReviewId, person: PersonId, known: KnownState, signal: AbortSignal): Promise<void> | null;
  /** Lets everybody go; nobody waits any more. */
  close(): void;
}

export const NEWS_DURATIONS = {
  /** How long one question is held; shorter than any proxy's patience. */
  longest: 20_000,
  /** How often rows are looked at while somebody waits: what another node wrote arrives within this. */
  poll: 2_000,
};

/** Each holds a connection; nobody has so many pages in front of their eyes. */
export const MOST_WAITING = 20;

interface Waiting {
  person: PersonId;
  review: ReviewId;
  known: KnownState;
  go(): void;
}

/**
 * Several nodes need nothing between them for this: each looks at the counters of what is waited for, and at the rights
 * counter. Where there is a relay they need not wait for the next look.
 */
export function createReviewNews(
  { db, log, relay = NO_RELAY }: { db: Database; log: Log; relay?: Relay },
  durations: Partial<typeof NEWS_DURATIONS> = {},
): ReviewNews {
  const { longest, poll } = { ...NEWS_DURATIONS, ...durations };
  const waiting = new Set<Waiting>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;

  const look = async () => {
    const rights = await readRightsCounter(db);
    const revs = await readCommentsRevs(db, [...new Set([...waiting].map(({ review }) => review))]);
    for (const { review, known, go } of [...waiting])
      if (known.rights !== rights || (revs.get(review) ?? known.rev) !== known.rev) go();
  };
  const keepLooking = () => {
    if (timer || isClosed || waiting.size === 0) return;
    timer = setTimeout(() => {
      look()
        .catch((error) => log.error('review news', error))
        .finally(() => {
          timer = null;
          keepLooking();
        });
    }, poll);
  };

  const letGo = (changed: string) => {
    for (const { review, go } of [...waiting]) if (review === changed) go();
  };
  relay.hear((news) => {
    if (news.kind === 'comments') letGo(news.review);
    if (news.kind === 'rights' && waiting.size > 0) look().catch((error) => log.error('review news', error));
  });

  return {
    changed(review) {
      letGo(review);
      relay.tell({ kind: 'comments', review });
    },
    next(review, person, known, signal) {
      const own = [...waiting].filter((one) => one.person === person);
      if (own.length >= MOST_WAITING) return null;
      return new Promise((resolve) => {
        if (isClosed || signal.aborted) return resolve();
        const go = () => {
          clearTimeout(late);
          signal.removeEventListener('abort', go);
          waiting.delete(one);
          resolve();
        };
        const one = { review, person, known, go };
        const late = setTimeout(go, longest);
        signal.addEventListener('abort', go);
        waiting.add(one);
        keepLooking();
      });
    },
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      for (const { go } of [...waiting]) go();
    },
  };
}
