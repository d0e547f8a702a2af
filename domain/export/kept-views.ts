import { bareWords } from '../comments/same-words.ts';
import type { ExportedReview } from './exported-review.ts';

export interface ExportedView {
  words: string;
  by: string;
  /** As it read when the view was taken, where it does not stand here word for word any more; else empty (C2). */
  claim: string;
}

/**
 * C3: the different views that stand beside one section, block, finding or moment.
 * @param now its words as they read today
 */
export const viewsOn = (target: string, now: string, { meetings }: ExportedReview): ExportedView[] =>
  meetings
    .flatMap(({ captures }) => captures)
    .filter((capture) => capture.kind === 'different view' && capture.target === target)
    .map(({ words, by, claim }) => ({
      words,
      by,
      // what a part claims is how it begins, cut where that was long
      claim: bareWords(now).includes(bareWords(claim.replace(/…$/, ''))) ? '' : claim,
    }));
