import { listReviewMeetings } from '#db/review-meetings.ts';
import { findSoak, saveSoak } from '#db/soaks.ts';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import type { Refused } from '#domain/refused.ts';
import { holdSoak, isSoaking, mayReopenForSoak, releaseSoak } from '#domain/soak/soak.ts';
import type { Database } from '../app.ts';
import { expectedSoakEnd } from './expected-soak-end.ts';
import { moveActionSession } from './move-action-session.ts';
import { endExpected, isAhead } from './start-soak.ts';

/**
 * S1: a further review meeting, planned or moved while the review soaks, holds the soak. S4: before anything soaks, sessions planned
 * for after it move with the end that is to be expected. Call it after the meeting's row is written.
 */
export async function holdSoakFor(
  tx: Database,
  review: ReviewId,
  meeting: { id: MeetingId; plannedEnd: Date },
  now: Date,
): Promise<void> {
  const soak = await findSoak(tx, review);
  if (soak === null) {
    const { endsAt, calendar } = await expectedSoakEnd(tx, review);
    if (endsAt !== null) await moveActionSession(tx, review, { endsAt, calendar }, null);
    return;
  }
  if (!isSoaking(soak, now)) return;
  const held = holdSoak(soak, meeting.id, meeting.plannedEnd);
  await saveSoak(tx, review, held);
  await moveActionSession(tx, review, held, 'held');
}

/** S1: a review meeting was cancelled. The soak waits for the next one still ahead, or ends when it would have. */
export async function releaseSoakFrom(
  tx: Database,
  review: ReviewId,
  cancelled: MeetingId,
  now: Date,
): Promise<void> {
  const soak = await findSoak(tx, review);
  if (soak === null || soak.heldFor !== cancelled) return;
  const further = (await listReviewMeetings(tx, review)).find(
    (meeting) => isAhead(meeting) && meeting.id !== cancelled,
  );
  if (!further) return void (await saveSoak(tx, review, releaseSoak(soak)));
  const held = holdSoak(soak, further.id, endExpected(further, now));
  await saveSoak(tx, review, held);
  await moveActionSession(tx, review, held, 'held');
}

/** S7: may the review meeting be reopened? Not once the action session has been started. */
export async function mayReopenReviewMeeting(tx: Database, review: ReviewId): Promise<true | Refused> {
  return mayReopenForSoak((await listReviewMeetings(tx, review)).filter(({ kind }) => kind === 'action'));
}

/** S7: a reopened review meeting holds the soak until it ends again, which restarts it. */
export async function holdSoakForReopened(
  tx: Database,
  review: ReviewId,
  meeting: MeetingId,
  now: Date,
): Promise<void> {
  const soak = await findSoak(tx, review);
  if (soak === null) return;
  const held = holdSoak(soak, meeting, now);
  await saveSoak(tx, review, held);
  await moveActionSession(tx, review, held, 'restarted');
}
