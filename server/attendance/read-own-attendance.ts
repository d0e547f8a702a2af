import { findReviewMeetings } from '#db/attendance.ts';
import { findAttendance } from '#db/meeting-own.ts';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import type { App, SignedIn } from '../app.ts';

/** The last review meeting that is over, and what this person stated of it; null where none is. */
export async function readOwnAttendance(
  app: Pick<App, 'db'>,
  person: SignedIn,
  review: ReviewId,
): Promise<{ meeting: MeetingId; stated: Attendance | null } | null> {
  const held = await findReviewMeetings(app.db, review);
  const meeting = held.findLast(({ kind }) => kind === 'review')?.id;
  if (meeting === undefined) return null;
  return { meeting, stated: await findAttendance(app.db, { meeting, person: person.id }) };
}
