import { listShown } from '#db/rooms.ts';
import { findRoom, type WholeRoom } from '#db/whole-room.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { showSession } from '../actions/show-session.ts';
import type { Database } from '../app.ts';

/**
 * A loaded room as everyone in it may see it.
 * @param known names and faces that were read with it
 */
export const showRoom = async (
  db: Database,
  room: Room,
  known?: WholeRoom['people'],
): Promise<RoomProjection> =>
  projectRoom(room, await listShown(db, room, known), await showSession(db, room.meeting));

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
      const found = await findRoom(tx, id, { person: null, ...(now && { now }) });
      if (found === null) return null;
      const value = await showRoom(tx, found.room, found.people);
      return { rev: value.rev, value };
    });
}
