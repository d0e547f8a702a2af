import { readCommentsRevs } from '#db/comment-threads.ts';
import { readRightsCounter } from '#db/rights.ts';
import type { CommentsNow } from '#domain/comments/thread.ts';
import type { ReviewId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { commentsOf } from './read-comments.ts';
import { MOST_WAITING } from './review-news.ts';

/**
 * The comments as soon as they are other than at `after`; null when nothing has changed for as long as a question is held. Who
 * waits in too many pages already is answered with what has changed, and does not wait.
 * Rights are asked before and after the waiting (P7).
 */
export async function awaitComments(
  app: App,
  person: SignedIn,
  id: string | undefined,
  after: number,
  signal: AbortSignal,
): Promise<CommentsNow | Refused | null> {
  const rights = await readRightsCounter(app.db);
  const { review } = await requireReview(app, person, id);
  const answered = new AbortController();
  // waiting begins before the counter is read, so that nothing slips in between
  const until = AbortSignal.any([signal, answered.signal]);
  const next = app.news?.next(review.id, person.id, { rev: after, rights }, until);
  if (await isAt(app, review.id, after)) {
    if (next === null)
      return refuse(
        `You follow comments in ${MOST_WAITING} pages already. Close one, and this one follows too.`,
      );
    await next;
  }
  answered.abort();
  const asked = await requireReview(app, person, id);
  return (await isAt(app, review.id, after)) ? null : commentsOf(app, person, asked);
}

const isAt = async (app: App, review: ReviewId, rev: number): Promise<boolean> =>
  (await readCommentsRevs(app.db, [review])).get(review) === rev;
