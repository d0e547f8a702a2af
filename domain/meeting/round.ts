import type { PersonId, StageId } from '#domain/ids.ts';
import type { Room } from './meeting.ts';

/** `over`: they had their turn, however it ended; whether they spoke or passed is kept nowhere (M14). */
export interface RoundTurn {
  person: PersonId;
  state: 'ahead' | 'now' | 'over';
}

/** M14: everybody in turn, in the order of `turns`; at most one has the turn. One a stage, kept when the group leaves it. */
export interface Round {
  stage: StageId;
  turns: readonly RoundTurn[];
}

export const ROUND_ANSWERS = ['done', 'pass', 'later'] as const;
export type RoundAnswer = (typeof ROUND_ANSWERS)[number];

type Shuffle = <T>(items: readonly T[]) => T[];

/** Everyone present, shuffled; the first has the turn. */
export const newRound = (stage: StageId, present: readonly PersonId[], shuffle: Shuffle): Round =>
  given({ stage, turns: shuffle(present).map((person) => ({ person, state: 'ahead' })) }, present);

export const atTurn = ({ turns }: Round): PersonId | null =>
  turns.find(({ state }) => state === 'now')?.person ?? null;

/** The round of the stage where the group stands; null where there is none. */
export const currentRound = ({ meeting, rounds }: Pick<Room, 'meeting' | 'rounds'>): Round | null =>
  'current' in meeting ? (rounds.find(({ stage }) => stage === meeting.current) ?? null) : null;

/**
 * The turn passes on: those who came late are appended, then the first still ahead who is present has it. Who is absent keeps
 * their place without a mark, and is next once they are back.
 */
export const onward = (
  round: Round,
  change: (turns: readonly RoundTurn[]) => readonly RoundTurn[],
  present: readonly PersonId[],
): Round => given({ ...round, turns: change(withLate(round.turns, present)) }, present);

/** Somebody who has just come: appended, or found in their place; has the turn if nobody has. */
export const joined = (round: Round, person: PersonId, present: readonly PersonId[]): Round =>
  onward(round, (turns) => turns, [...new Set([...present, person])]);

/** Whether anybody else present is still ahead: else there is no later. */
export const hasOthersAhead = ({ turns }: Round, present: readonly PersonId[]): boolean =>
  withLate(turns, present).some(({ person, state }) => state === 'ahead' && present.includes(person));

/** The turn of whom has it is over. */
export const ended = (turns: readonly RoundTurn[]): RoundTurn[] =>
  turns.map((turn) => (turn.state === 'now' ? { ...turn, state: 'over' } : turn));

/** Who has the turn keeps their place, and has it again once they are back. */
export const passedOver = (turns: readonly RoundTurn[]): RoundTurn[] =>
  turns.map((turn) => (turn.state === 'now' ? { ...turn, state: 'ahead' } : turn));

/** Who has the turn comes last. */
export const atTheEnd = (turns: readonly RoundTurn[]): RoundTurn[] => [
  ...turns.filter(({ state }) => state !== 'now'),
  ...turns
    .filter(({ state }) => state === 'now')
    .map(({ person }): RoundTurn => ({ person, state: 'ahead' })),
];

const withLate = (turns: readonly RoundTurn[], present: readonly PersonId[]): readonly RoundTurn[] => {
  const known = new Set(turns.map(({ person }) => person));
  const late = present.filter((person) => !known.has(person));
  return [...turns, ...late.map((person): RoundTurn => ({ person, state: 'ahead' }))];
};

function given(round: Round, present: readonly PersonId[]): Round {
  if (atTurn(round) !== null) return round;
  const next = round.turns.find(({ person, state }) => state === 'ahead' && present.includes(person));
  if (next === undefined) return round;
  return { ...round, turns: round.turns.map((turn) => (turn === next ? { ...turn, state: 'now' } : turn)) };
}
