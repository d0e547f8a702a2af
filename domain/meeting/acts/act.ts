import type { PersonId, StageId } from '#domain/ids.ts';
import type { Refused } from '#domain/refused.ts';
import type { CommandBodies, RecordedName } from '../command.ts';
import type { Conflict, MeetingEvent } from '../decide.ts';
import type { Forbidden, RoomActor } from '../may-command.ts';
import type { Meeting, Room } from '../meeting.ts';

/** What a command may know beside the room: time and chance are handed in. */
export interface Context {
  actor: RoomActor;
  now: Date;
  uuid(): string;
  /** A new array in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** People who may be named here: as facilitator, or as whose words something are. */
  mayBeNamed(person: PersonId): boolean;
  /** S5: whether this meeting may be started as far as the soak goes. */
  startGate: true | Refused;
  /** S7: whether this meeting may be reopened as far as the action session goes. */
  reopenGate: true | Refused;
  /** The review's ideas have been opened, so nothing more is sealed (C8). */
  ideasOpen: boolean;
  /** U4: fewer than three have come into the box that is to be opened. */
  fewCameIn: boolean;
}

/** The room as it would be, and what its event says. */
export interface Done {
  room: Room;
  about: MeetingEvent['about'];
}

/** One command's change. Phase and role have been judged by `mayCommand` before. */
export type Act<Name extends RecordedName> = (
  room: Room,
  body: CommandBodies[Name],
  context: Context,
) => Done | Refused | Forbidden | Conflict;

export const done = (room: Room, about: MeetingEvent['about'] = {}): Done => ({ room, about });

type Standing = Extract<Meeting, { phase: 'live' | 'paused' }>;

/** Live or paused, as `mayCommand` has made sure. */
export const standing = (meeting: Meeting): Standing => {
  if (meeting.phase === 'live' || meeting.phase === 'paused') return meeting;
  throw new Error(`a ${meeting.phase} meeting stands nowhere`);
};

export const live = (meeting: Meeting): Extract<Meeting, { phase: 'live' }> => {
  if (meeting.phase === 'live') return meeting;
  throw new Error(`a ${meeting.phase} meeting is not live`);
};

/** Where the group is now, for what is kept with its place; null before the start and after the end. */
export const place = (room: Room) => {
  const { meeting } = room;
  if (meeting.phase !== 'live' && meeting.phase !== 'paused') return { stage: null, target: null };
  return { stage: meeting.current, target: meeting.spotlight };
};

/** Where something was begun: the stage it names, as long as the agenda has it, else where the group is now (C1). */
export const stageBegunIn = (room: Room, named: StageId | undefined): StageId | null =>
  room.stages.find(({ id }) => id === named)?.id ?? place(room).stage;
