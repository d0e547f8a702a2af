import type { TurnShown } from './projection.ts';

/** Where somebody said, at the door, that they are; null: they did not say. For the queue's sake alone (M18). */
export type Whereabouts = 'room' | 'remote' | null;

/** A turn as a facilitator's tab saw it begin. */
export interface SpokenTurn {
  id: string;
  where: Whereabouts;
}

export type WhereOf = (turn: TurnShown) => Whereabouts;

const LAST = 3;
const WAITING = 2;

/** The last turns, with the one that is being taken now; where somebody is may become known a moment later. */
export function withSpeaking(
  spoken: readonly SpokenTurn[],
  speaking: TurnShown | null,
  whereOf: WhereOf,
): readonly SpokenTurn[] {
  if (speaking === null) return spoken;
  const where = whereOf(speaking);
  const last = spoken.at(-1);
  if (last?.id !== speaking.id) return [...spoken, { id: speaking.id, where }].slice(-LAST);
  return where === null || where === last.where ? spoken : [...spoken.slice(0, -1), { ...last, where }];
}

/** The last three to speak were in the room, and two or more who are not are waiting: who waits, in the order of turns; else nobody. */
export function remoteWaiting(
  spoken: readonly SpokenTurn[],
  waiting: readonly TurnShown[],
  whereOf: WhereOf,
): readonly TurnShown[] {
  const remote = waiting.filter((turn) => whereOf(turn) === 'remote');
  const areInRoom = spoken.length === LAST && spoken.every(({ where }) => where === 'room');
  return areInRoom && remote.length >= WAITING ? remote : [];
}
