import type { PersonId } from '#domain/ids.ts';
import { refuse } from '#domain/refused.ts';
import type { Room } from '../meeting.ts';
import {
  atTheEnd,
  atTurn,
  currentRound,
  ended,
  hasOthersAhead,
  joined,
  newRound,
  onward,
  passedOver,
  type Round,
} from '../round.ts';
import { type Act, type Context, done, standing } from './act.ts';

/** M14: done, passed or later, by whom the turn is. The event does not say which. */
const roundTurn: Act<'round-turn'> = (room, { how }, { actor }) => {
  const round = currentRound(room);
  if (round === null) return noRound();
  if (atTurn(round) !== actor.id) return refuse('It is not your turn just now.');
  if (how !== 'later') return done(withRound(room, onward(round, ended, room.present)));
  if (!hasOthersAhead(round, room.present))
    return refuse('Everyone else here has had their turn. Speak if you like, or pass: both are fine.');
  return done(withRound(room, onward(round, atTheEnd, room.present)));
};

/** Moves on, if who is believed to have the turn has it; else nothing happens (as M12). */
const nextPerson: Act<'next-person'> = (room, { speaking }) => {
  const round = currentRound(room);
  if (round === null) return noRound();
  const now = atTurn(round);
  if (now !== speaking) return { conflict: true };
  if (now === null && !hasOthersAhead(round, room.present))
    return refuse('Everyone here has had their turn.');
  const change = now === null || room.present.includes(now) ? ended : passedOver;
  return done(withRound(room, onward(round, change, room.present)));
};

/** Everyone present, shuffled anew. */
const roundStart: Act<'round-start'> = (room, _, { shuffle }) => {
  const { current } = standing(room.meeting);
  if (!isAtRound(room)) return noRound();
  if (room.present.length === 0) return refuse('Nobody is in the room yet. The round begins as people come.');
  return done(withRound(room, newRound(current, room.present, shuffle)));
};

/** A group that stands at a round which has not begun begins it; one that has keeps it (M14). */
export function enterRound(room: Room, { shuffle }: Pick<Context, 'shuffle'>): Room {
  const { meeting } = room;
  if (meeting.phase !== 'live' || !isAtRound(room) || currentRound(room) !== null) return room;
  if (room.present.length === 0) return room;
  return withRound(room, newRound(meeting.current, room.present, shuffle));
}

/** M14: somebody seen in the room while it stands at a round: appended if they are late. Null where that changes nothing. */
export function joinRound(room: Room, person: PersonId): Room | null {
  const { meeting } = room;
  if (meeting.phase !== 'live' || !isAtRound(room)) return null;
  const round = currentRound(room) ?? { stage: meeting.current, turns: [] };
  const waits =
    atTurn(round) === null && round.turns.some((turn) => turn.person === person && turn.state === 'ahead');
  if (round.turns.some((turn) => turn.person === person) && !waits) return null;
  return withRound(room, joined(round, person, room.present));
}

const isAtRound = ({ meeting, stages }: Room): boolean =>
  'current' in meeting && stages.some(({ id, kind }) => id === meeting.current && kind === 'round');

const withRound = (room: Room, round: Round): Room => ({
  ...room,
  rounds: [...room.rounds.filter(({ stage }) => stage !== round.stage), round],
});

const noRound = () => refuse('The group is not in a round just now.');

export const ROUNDS = { 'round-turn': roundTurn, 'next-person': nextPerson, 'round-start': roundStart };
