import { listReviewMeetings, type ReviewMeeting } from '#db/review-meetings.ts';
import { lockReview } from '#db/reviews.ts';
import { findSoak, saveSoak } from '#db/soaks.ts';
import type { ReviewId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { holdSoak, mayReopenForSoak, type Soak, startSoak } from '#domain/soak/soak.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { tellOfSoak } from '../notices/tell.ts';
import { requireReview } from '../reviews/require-review.ts';
import { moveActionSession } from './move-action-session.ts';
import { soakDaysFor, workingCalendar } from './working-calendar.ts';

/**
 * S1: the soak starts when a review meeting ends, in that meeting's transaction and after its row says so. A further meeting
 * still ahead holds it at once; after the action session has been started nothing soaks any more (S7).
 */
export async function startSoakOnEnd(
  tx: Database,
  review: ReviewId,
  endedAt: Date,
  zone: string,
): Promise<void> {
  const meetings = await listReviewMeetings(tx, review);
  if (mayReopenForSoak(meetings.filter(({ kind }) => kind === 'action')) !== true) return;
  const further = meetings.find(isAhead);
  const own = startSoak(endedAt, await workingCalendar(tx, zone), await soakDaysFor(tx, review));
  await begin(tx, review, further ? holdSoak(own, further.id, endExpected(further, endedAt)) : own);
}

/** S1: a review without a meeting starts its soak by its analyst's hand, in the workspace's zone. */
export async function startSoakByHand(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<true | Refused> {
  const { review } = await requireReview(app, person, id, 'manage');
  return app.db.transaction().execute(async (tx) => {
    await lockReview(tx, review.id);
    if ((await findSoak(tx, review.id)) !== null) return refuse('The soak has started already.');
    const meetings = await listReviewMeetings(tx, review.id);
    if (meetings.some(({ kind, phase }) => kind === 'review' && phase !== 'cancelled')) {
      return refuse('This review has a meeting. The soak starts by itself when that ends.');
    }
    if (review.published_at === null)
      return refuse('Publish the write-up first: people soak in what they can read.');
    const days = await soakDaysFor(tx, review.id);
    await begin(tx, review.id, startSoak(app.clock.now(), await workingCalendar(tx), days));
    return true;
  });
}

async function begin(tx: Database, review: ReviewId, soak: Soak) {
  await saveSoak(tx, review, soak);
  await tellOfSoak(tx, review, soak.startedAt);
  await moveActionSession(tx, review, soak, soak.heldFor === null ? 'restarted' : 'held');
}

/** A review meeting that has not ended, whatever its phase. */
export const isAhead = ({ kind, phase }: ReviewMeeting): boolean =>
  kind === 'review' && phase !== 'ended' && phase !== 'cancelled';

/** Of one that is overdue, or goes on after it was opened again: not in the past. */
export const endExpected = (meeting: Pick<ReviewMeeting, 'startsAt' | 'minutes'>, now: Date): Date =>
  new Date(Math.max(plannedEnd(meeting).getTime(), now.getTime()));

export const plannedEnd = ({ startsAt, minutes }: Pick<ReviewMeeting, 'startsAt' | 'minutes'>): Date =>
  new Date(startsAt.getTime() + minutes * 60_000);
