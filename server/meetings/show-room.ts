import { findMeeting } from '#db/meetings.ts';
import { listShown, loadRoom } from '#db/rooms.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { showSession } from '../actions/show-session.ts';
import type { Database } from '../app.ts';

/** A loaded room as everyone in it may see it. */
export const showRoom = async (db: Database, room: Room): Promise<RoomProjection> =>
  projectRoom(room, await listShown(db, room), await showSession(db, room.meeting));

/** What main hands to the collaboration server: the projection of a room from its rows, null where there is none. */
export async function projectedRoom(
  db: Database,
  id: MeetingId,
  /** by which presence is judged (M10) */
  now?: Date,
): Promise<{ rev: number; value: RoomProjection } | null> {
  // one moment: rows of different ones would make a room that never was
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const meeting = await findMeeting(tx, id);
      if (meeting === null) return null;
      const value = await showRoom(tx, await loadRoom(tx, meeting, null, now));
      return { rev: value.rev, value };
    });
}
