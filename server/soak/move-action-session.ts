import { listReviewMeetings, moveMeeting } from '#db/review-meetings.ts';
import { recordSessionMoved } from '#db/soaks.ts';
import type { ReviewId } from '#domain/ids.ts';
import { actionSessionAfter } from '#domain/soak/planned-session.ts';
import type { Soak } from '#domain/soak/soak.ts';
import { HOUR, MINUTE, wallClockAt } from '#domain/soak/wall-clock.ts';
import type { Database } from '../app.ts';

/** S4: planned action sessions that the soak has moved past move with it, and the soak's row says from where and why; null: nothing soaks yet. */
export async function moveActionSession(
  tx: Database,
  review: ReviewId,
  soak: Pick<Soak, 'endsAt' | 'calendar'>,
  because: 'held' | 'restarted' | null,
): Promise<void> {
  const meetings = await listReviewMeetings(tx, review);
  const planned = meetings.filter(
    ({ kind, startedAt, phase }) => kind === 'action' && startedAt === null && phase !== 'cancelled',
  );
  for (const meeting of planned) {
    const startsAt = actionSessionAfter(soak.endsAt, meeting, soak.calendar);
    if (startsAt.getTime() === meeting.startsAt.getTime()) continue;
    await moveMeeting(tx, meeting.id, { startsAt, localTime: localTime(startsAt, meeting.zone) });
    if (because !== null) await recordSessionMoved(tx, review, { from: meeting.startsAt, because });
  }
}

/** 'YYYY-MM-DDTHH:MM' in the zone it was planned in. */
const localTime = (at: Date, zone: string): string => {
  const { day, time } = wallClockAt(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(time / HOUR))}:${two(Math.floor((time % HOUR) / MINUTE))}`;
};
