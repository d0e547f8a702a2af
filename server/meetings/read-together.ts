import { findMeeting } from '#db/meetings.ts';
import { loadRoom } from '#db/rooms.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import type { App } from '../app.ts';
import { notFound } from '../not-found.ts';
import { showRoom } from './show-room.ts';

export interface ReadRoom {
  room: Room;
  state: RoomProjection;
}

interface Line {
  now: Promise<ReadRoom>;
  next: Promise<ReadRoom> | null;
}

const lines = new WeakMap<App, Map<MeetingId, Line>>();

/**
 * The room as everyone in it may see it, read after this call and once for all who ask meanwhile: three hundred who say every
 * fifteen seconds that they are here would otherwise read it twenty times a second.
 */
export function readTogether(app: App, meeting: MeetingId): Promise<ReadRoom> {
  const here = lines.get(app) ?? new Map<MeetingId, Line>();
  lines.set(app, here);
  const read = () => readOnce(app, meeting);
  const line = here.get(meeting);
  if (!line) {
    const begun: Line = { now: read(), next: null };
    here.set(meeting, begun);
    void goOn(begun, () => here.delete(meeting));
    return begun.now;
  }
  line.next ??= line.now.then(read, read);
  return line.next;
}

async function goOn(line: Line, over: () => void): Promise<void> {
  await line.now.catch(() => undefined);
  while (line.next) {
    line.now = line.next;
    line.next = null;
    await line.now.catch(() => undefined);
  }
  over();
}

async function readOnce(app: App, id: MeetingId): Promise<ReadRoom> {
  const meeting = await findMeeting(app.db, id);
  if (meeting === null) throw notFound();
  const room = await loadRoom(app.db, meeting, null, app.clock.now());
  return { room, state: await showRoom(app.db, room) };
}
