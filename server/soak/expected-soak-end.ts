import { listReviewMeetings, type ReviewMeeting } from '#db/review-meetings.ts';
import { findSoak } from '#db/soaks.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { Refused } from '#domain/refused.ts';
import { mayOpenFrom, mayPlanActionSession } from '#domain/soak/soak.ts';
import { soakEnd } from '#domain/soak/soak-end.ts';
import type { WorkingCalendar } from '#domain/soak/working-days.ts';
import type { Database } from '../app.ts';
import { isAhead, plannedEnd } from './start-soak.ts';
import { soakDaysFor, workingCalendar } from './working-calendar.ts';

/** When the soak ends, or is to be expected to end while the review meeting is still ahead; null while there is neither. */
export async function expectedSoakEnd(
  db: Database,
  review: ReviewId,
): Promise<{ endsAt: Date | null; calendar: WorkingCalendar }> {
  const soak = await findSoak(db, review);
  if (soak !== null) return { endsAt: mayOpenFrom(soak), calendar: soak.calendar };
  const ahead = (await listReviewMeetings(db, review)).filter(isAhead).at(-1);
  const calendar = await workingCalendar(db, ahead?.zone);
  const days = await soakDaysFor(db, review);
  return { endsAt: ahead ? soakEnd(plannedEnd(asHeld(ahead)), calendar, days) : null, calendar };
}

/** One that is held before its day ends before it too. */
const asHeld = ({ startsAt, startedAt, minutes }: ReviewMeeting) => ({
  startsAt: startedAt !== null && startedAt < startsAt ? startedAt : startsAt,
  minutes,
});

/** S4: the planner's question before an action session is written down. */
export async function mayPlanActionSessionAt(
  db: Database,
  review: ReviewId,
  startsAt: Date,
): Promise<true | Refused> {
  const { endsAt, calendar } = await expectedSoakEnd(db, review);
  return mayPlanActionSession(endsAt, calendar, startsAt);
}
