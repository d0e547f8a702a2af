import { findPlannedTime, listAheadWithTimes, lockMeeting } from '#db/meetings.ts';
import { moveMeeting } from '#db/review-meetings.ts';
import type { MeetingId } from '#domain/ids.ts';
import { HOUR, instantAt, MINUTE, wallClockAt } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';

/**
 * What a country calls ten o'clock changes by law, and this program's knowledge of it with each version of Node. At the start meetings
 * that are still ahead stand again where their clock says; letters follow as for any other move (N1). @returns how many moved
 */
export async function followZones(app: Pick<App, 'db' | 'clock'>): Promise<number> {
  let moved = 0;
  for (const { id, startsAt, zone, localTime } of await listAheadWithTimes(app.db, app.clock.now())) {
    const meant = meantBy(localTime, zone, startsAt);
    if (meant !== null && (await move(app, id, startsAt, { startsAt: meant, localTime }))) moved += 1;
  }
  return moved;
}

/** Null where the clock there shows what was meant, or did from the start: an hour that comes twice, or never, has its own rule (S2). */
function meantBy(localTime: string, zone: string, startsAt: Date): Date | null {
  const [day = '', time = ''] = localTime.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = { day, time: hours * HOUR + minutes * MINUTE };
  const shown = wallClockAt(startsAt, zone);
  if (shown.day === day && shown.time === wall.time) return null;
  const meant = instantAt(wall, zone);
  return meant.getTime() === startsAt.getTime() ? null : meant;
}

const move = (
  { db }: Pick<App, 'db'>,
  id: MeetingId,
  from: Date,
  to: { startsAt: Date; localTime: string },
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, id);
    // planned anew meanwhile
    if (meeting?.plan.startsAt.getTime() !== from.getTime()) return false;
    if ((await findPlannedTime(tx, id)) !== to.localTime) return false;
    await moveMeeting(tx, id, to);
    return true;
  });
