import type { Refused } from '#domain/refused.ts';
import type { Act, Context } from './acts/act.ts';
import { ATTENTION } from './acts/attention.ts';
import { CAPTURING } from './acts/capturing.ts';
import { FLOOR } from './acts/floor.ts';
import { HANDS } from './acts/hands.ts';
import { INPUTS, withLeftPollsClosed } from './acts/inputs.ts';
import { MOVING } from './acts/moving.ts';
import { PARKING } from './acts/parking.ts';
import { READYING } from './acts/readying.ts';
import { RELIEVING } from './acts/relieving.ts';
import { enterRound, ROUNDS } from './acts/rounds.ts';
import { RUNNING } from './acts/running.ts';
import { SEALING } from './acts/sealing.ts';
import { STAGES } from './acts/stages.ts';
import { TIMING } from './acts/timing.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { COMMAND_RULES, type Forbidden, factsOfMeeting, type Manner, mayCommand } from './may-command.ts';
import type { Meeting, Room } from './meeting.ts';
import type { Stage } from './stage.ts';

/** M4: another steering command came first, or the queue is not as believed (M12). The answer carries the present state: 409. */
export interface Conflict {
  readonly conflict: true;
}

/** What an accepted command leaves: the room after it, `rev` higher by one, and its one event (M5). */
export interface Decision {
  room: Room;
  event: MeetingEvent;
}

export interface MeetingEvent {
  rev: number;
  command: string;
  /** Ids and choices, never words. */
  about: Record<string, string | number | boolean | null>;
}

/** Asks and acts: every recorded command of a room goes through here and nowhere else. */
export function decide<Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  expectedRev: number,
  context: Context,
): Decision | Refused | Forbidden | Conflict {
  const { manner } = COMMAND_RULES[name];
  const stage = stageNow(room);
  const facts = {
    ...factsOfMeeting(room.meeting, context.now),
    teller: stage?.teller ?? null,
    stageKind: stage?.kind ?? null,
  };
  const may = mayCommand(facts, context.actor, name, context.now);
  if (may !== true && 'forbidden' in may) return may;
  if (isStale(room.meeting, manner, expectedRev)) return { conflict: true };
  if (may !== true) return soakFirst(room.meeting, name, context) ?? may;
  const done = ACTS[name](room, body, context);
  if (!('room' in done)) return done;
  const entered = enterRound(done.room, context);
  const meeting = raised(entered.meeting, manner);
  return {
    // an undone step never was: the poll it led into stays open for when it comes
    room: name === 'undo' ? { ...entered, meeting } : withLeftPollsClosed(room, { ...entered, meeting }),
    event: { rev: meeting.rev, command: name, about: done.about },
  };
}

const stageNow = ({ meeting, stages }: Room): Stage | undefined =>
  'current' in meeting ? stages.find(({ id }) => id === meeting.current) : undefined;

/** S5: whoever wants to start an action meeting too early hears of the soak, not of a door that is still shut. */
const soakFirst = ({ phase }: Meeting, name: RecordedName, { startGate }: Context): Refused | null =>
  name === 'start' && phase === 'planned' && startGate !== true ? startGate : null;

const ACTS: { [Name in RecordedName]: Act<Name> } = {
  ...RUNNING,
  ...MOVING,
  ...TIMING,
  ...ATTENTION,
  ...STAGES,
  ...FLOOR,
  ...HANDS,
  ...CAPTURING,
  ...PARKING,
  ...SEALING,
  ...INPUTS,
  ...ROUNDS,
  ...READYING,
  ...RELIEVING,
};

/** M4: true when this steering command was made before another one was known. Personal commands never conflict. */
export const isStale = (meeting: Meeting, manner: Manner, expectedRev: number): boolean =>
  manner === 'steering' && (expectedRev < meeting.steeredRev || expectedRev > meeting.rev);

/** M5: the meeting after one accepted command. */
export const raised = (meeting: Meeting, manner: Manner): Meeting => {
  const rev = meeting.rev + 1;
  return { ...meeting, rev, steeredRev: manner === 'steering' ? rev : meeting.steeredRev };
};
