import { insertEvent } from '#db/meeting-events.ts';
import { lockMeeting } from '#db/meetings.ts';
import { loadRoom, saveRoom } from '#db/rooms.ts';
import type { PersonId } from '#domain/ids.ts';
import { joinRound } from '#domain/meeting/acts/rounds.ts';
import { raised } from '#domain/meeting/decide.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import type { App } from '../app.ts';

/** M14: somebody seen while the group stands at a round is in it, late or back again. Presence itself raises nothing; joining does. */
export async function joinOpenRound(app: App, room: Room, person: PersonId): Promise<Room> {
  if (joinRound(room, person) === null) return room;
  const after = await app.db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, room.meeting.id);
    if (meeting === null) return null;
    const at = app.clock.now();
    const before = await loadRoom(tx, meeting, null, at);
    const joined = joinRound(before, person);
    if (joined === null) return before;
    const known = { ...joined, meeting: raised(meeting, 'personal') };
    await saveRoom(tx, before, known, { person: null, at });
    const { rev } = known.meeting;
    await insertEvent(tx, {
      meeting: meeting.id,
      rev,
      at,
      actor: person,
      command: 'round-joined',
      about: {},
    });
    return known;
  });
  app.collab.roomChanged(room.meeting.id);
  return after ?? room;
}
