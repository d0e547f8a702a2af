import { pausedRoom } from './acts/running.ts';
import { type Decision, raised } from './decide.ts';
import { type Meeting, plannedEnd, type Room } from './meeting.ts';
import { MINUTE_MS } from './timer.ts';

/** M18: this long beyond its planned end, and as long since somebody steered it, a live meeting has been forgotten. */
export const FORGOTTEN_AFTER_MINUTES = 30;

/** @param steeredAt the last accepted steering command; null where that is not known */
export const isForgotten = (meeting: Meeting, steeredAt: Date | null, now: Date): boolean => {
  if (meeting.phase !== 'live') return false;
  const last = Math.max(plannedEnd(meeting.plan).getTime(), (steeredAt ?? meeting.startedAt).getTime());
  return now.getTime() >= last + FORGOTTEN_AFTER_MINUTES * MINUTE_MS;
};

/** M18: paused, never ended, by nobody. Null for a meeting that goes on. */
export function pauseForgotten(room: Room, steeredAt: Date | null, now: Date): Decision | null {
  if (!isForgotten(room.meeting, steeredAt, now)) return null;
  const paused = pausedRoom(room, now, true);
  const meeting = raised(paused.meeting, 'steering');
  return {
    room: { ...paused, meeting },
    event: { rev: meeting.rev, command: 'pause', about: { forgotten: true } },
  };
}
