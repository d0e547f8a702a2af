import type { SessionCommand } from '#domain/action-session/command.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Conflict, type Decision, isStale, raised } from '#domain/meeting/decide.ts';
import type { Forbidden } from '#domain/meeting/may-command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { runSessionCommand } from '../actions/run-session-command.ts';
import { mannerOfSession } from '../actions/session-command-fields.ts';
import type { App, Database } from '../app.ts';
import { mayBeNamed } from './command-context.ts';
import type { AskedMeeting } from './require-meeting.ts';

/** A command of the action session through the room's door: same rights, same conflicts, same `rev`; what it does is the session's own. */
export async function decideInSession(
  tx: Database,
  app: App,
  { actor, access }: AskedMeeting,
  room: Room,
  command: SessionCommand,
  expectedRev: number,
): Promise<Decision | Refused | Forbidden | Conflict> {
  const manner = mannerOfSession(command.command);
  const { meeting } = room;
  if (manner === 'steering' && !actor.steers)
    return { forbidden: 'The facilitator and co-facilitators of this session do this.' };
  if (isStale(meeting, manner, expectedRev)) return { conflict: true };
  const owner = ownerIn(command);
  if (owner !== null && !(await mayBeNamed(tx, access, [owner])).has(owner))
    return refuse('Only people who may read this review can own what follows from it.');
  const done = await runSessionCommand(
    { tx, app, actor: actor.id, steers: actor.steers, meeting: sessionMeeting(room) },
    command,
  );
  if (done !== true) return done;
  const after = raised(meeting, manner);
  return {
    room: { ...room, meeting: after },
    event: { rev: after.rev, command: command.command, about: aboutOf(command) },
  };
}

const sessionMeeting = ({ meeting }: Room) => ({
  id: meeting.id,
  review: meeting.reviewId,
  kind: meeting.kind,
  phase: meeting.phase,
  startedAt: 'startedAt' in meeting ? meeting.startedAt : null,
});

const ownerIn = (command: SessionCommand): PersonId | null =>
  command.command === 'decide' ? (command.item?.owner ?? null) : null;

/** Ids and choices, never words. */
const aboutOf = (command: SessionCommand) => ({
  ...('idea' in command ? { idea: command.idea } : {}),
  ...('into' in command ? { into: command.into } : {}),
  ...(command.command === 'decide' ? { decision: command.decision } : {}),
  ...(command.command === 'conclude' ? { outcome: command.outcome } : {}),
});
