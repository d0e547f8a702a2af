import { listStageNotes } from '#db/meeting-stages.ts';
import { listShown } from '#db/rooms.ts';
import type { RoomActor } from '#domain/meeting/may-command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { phaseAt } from '#domain/meeting/meeting.ts';
import type { FacilitatorView } from '#domain/meeting/own-room.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import type { App, SignedIn } from '../../app.ts';
import { forbidden } from '../../not-found.ts';
import { type AskedMeeting, requireMeeting } from '../require-meeting.ts';
import { requireRoom } from '../require-room.ts';
import { broughtToFacilitators } from './read-around.ts';

/** All that a rehearsal walks through, in the browser of who rehearses alone. */
export interface Rehearsal {
  room: Room;
  actor: RoomActor;
  people: readonly PersonShown[];
  notes: FacilitatorView['notes'];
  brought: FacilitatorView['brought'];
}

/**
 * Reads, and writes nothing: no event, no sight, no presence. Null where there is nothing to rehearse any more.
 * 403 for those who do not facilitate it: a plan's notes are theirs (P6).
 */
export async function readRehearsal(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<{ asked: AskedMeeting; rehearsal: Rehearsal | null }> {
  const asked = await requireMeeting(app, person, id);
  const { meeting, actor } = asked;
  if (!actor.steers) throw forbidden('Those who facilitate a meeting rehearse it.');
  const phase = phaseAt(meeting, app.clock.now());
  if (meeting.kind !== 'review' || (phase !== 'planned' && phase !== 'lobby'))
    return { asked, rehearsal: null };
  const room = await requireRoom(app, meeting, person.id);
  return {
    asked,
    rehearsal: {
      // of what is there already nobody else's, and no sealed idea, is part of it
      room: { ...room, present: [person.id], ownIdeas: [], sealedCount: 0 },
      actor,
      people: [...(await listShown(app.db, room)).values()],
      notes: await listStageNotes(app.db, meeting.id),
      brought: await broughtToFacilitators(app, meeting),
    },
  };
}
