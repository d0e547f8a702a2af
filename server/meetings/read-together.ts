import { findRoom } from '#db/whole-room.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import type { App } from '../app.ts';
import { notFound } from '../not-found.ts';
import { readOnce } from '../read-once.ts';
import { showRoom } from './show-room.ts';

export interface ReadRoom {
  room: Room;
  state: RoomProjection;
}

/**
 * The room as everyone in it may see it, read after this call and once for all who ask meanwhile: three hundred who say every
 * fifteen seconds that they are here would otherwise read it twenty times a second.
 */
export const readTogether = (app: App, meeting: MeetingId): Promise<ReadRoom> =>
  readOnce(app, `room ${meeting}`, () => read(app, meeting));

async function read(app: App, id: MeetingId): Promise<ReadRoom> {
  const found = await findRoom(app.db, id, { person: null, now: app.clock.now() });
  if (found === null) throw notFound();
  return { room: found.room, state: await showRoom(app.db, found.room, found.people) };
}
