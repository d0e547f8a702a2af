import type { Context } from '#domain/meeting/acts/act.ts';
import type { CommandBodies, RecordedName } from '#domain/meeting/command.ts';
import { decide } from '#domain/meeting/decide.ts';
import type { RoomActor } from '#domain/meeting/may-command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';

/** One command of a rehearsal: the room's own rule, and nothing written. The box is always too empty, as nobody else is here (U4). */
export function rehearse(
  room: Room,
  command: { command: RecordedName } & Partial<CommandBodies[RecordedName]>,
  actor: RoomActor,
  { now, uuid, shuffle }: Pick<Context, 'now' | 'uuid' | 'shuffle'>,
): Room | Refused {
  const decision = decide(
    room,
    command.command,
    // each command brings its own body, which the types cannot follow through the union
    command as unknown as CommandBodies[RecordedName],
    room.meeting.rev,
    {
      actor,
      now,
      uuid,
      shuffle,
      mayBeNamed: () => true,
      startGate: true,
      reopenGate: true,
      ideasOpen: false,
      fewCameIn: true,
    },
  );
  if ('room' in decision) return decision.room;
  if ('forbidden' in decision) return refuse(decision.forbidden);
  return 'conflict' in decision ? refuse('You see where the group is now.') : decision;
}
