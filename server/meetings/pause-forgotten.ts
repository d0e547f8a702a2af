import { findSteeredAt, listOverdue } from '#db/forgotten-meetings.ts';
import { insertEvent } from '#db/meeting-events.ts';
import { lockMeeting } from '#db/meetings.ts';
import { loadRoom, saveRoom } from '#db/rooms.ts';
import type { MeetingId } from '#domain/ids.ts';
import { FORGOTTEN_AFTER_MINUTES, pauseForgotten } from '#domain/meeting/forgotten.ts';
import { MINUTE_MS } from '#domain/meeting/timer.ts';
import type { App } from '../app.ts';

type Needed = Pick<App, 'db' | 'clock' | 'collab'>;

/**
 * M18: pauses live meetings that nobody steers any more, by the program itself. Any number of nodes may do this at once: each
 * meeting's row is locked and judged again, so one of them pauses it.
 * @returns those paused here
 */
export async function pauseForgottenMeetings(app: Needed): Promise<MeetingId[]> {
  const overdue = await listOverdue(
    app.db,
    new Date(app.clock.now().getTime() - FORGOTTEN_AFTER_MINUTES * MINUTE_MS),
  );
  const paused: MeetingId[] = [];
  let failure: unknown = null;
  for (const meeting of overdue)
    try {
      if (!(await pauseIfForgotten(app, meeting))) continue;
      paused.push(meeting);
      app.collab.roomChanged(meeting);
    } catch (error) {
      // the others are not to wait for it
      failure ??= error;
    }
  if (failure !== null) throw failure;
  return paused;
}

const pauseIfForgotten = (app: Needed, id: MeetingId): Promise<boolean> =>
  app.db.transaction().execute(async (tx) => {
    const at = app.clock.now();
    const meeting = await lockMeeting(tx, id);
    if (meeting?.phase !== 'live') return false;
    const room = await loadRoom(tx, meeting, null);
    const decision = pauseForgotten(room, await findSteeredAt(tx, meeting), at);
    if (decision === null) return false;
    await saveRoom(tx, room, decision.room, { person: null, at });
    await insertEvent(tx, { meeting: id, at, actor: null, ...decision.event });
    return true;
  });
