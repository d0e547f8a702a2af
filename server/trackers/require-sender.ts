import { isUnsealed } from '#db/action-sessions.ts';
import { listReviewMeetings } from '#db/review-meetings.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden } from '../not-found.ts';
import { type AskedReview, requireReview } from '../reviews/require-review.ts';

/** T2: who plans the review's sessions manages what they agreed on; before the ideas are open there is nothing. */
export async function requireSender(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
): Promise<AskedReview> {
  const asked = await requireReview(app, person, reviewId);
  if (!asked.may['plan meetings'])
    throw forbidden('Only the analysts of this review and its facilitators can send what was agreed.');
  if (!(await haveAgreed(app, asked))) throw forbidden('Nothing leaves before the action session has ended.');
  return asked;
}

/** Whether a session has ended that decided something; while one is running it may still change its mind. */
export async function haveAgreed(app: App, { review }: Pick<AskedReview, 'review'>): Promise<boolean> {
  if (!(await isUnsealed(app.db, review.id))) return false;
  const sessions = (await listReviewMeetings(app.db, review.id)).filter(({ kind }) => kind === 'action');
  return (
    sessions.some(({ phase }) => phase === 'ended') &&
    !sessions.some(({ phase }) => phase === 'live' || phase === 'paused')
  );
}
