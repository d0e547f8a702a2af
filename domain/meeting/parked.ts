import type { PersonId, StageId } from '#domain/ids.ts';
import type { RoomActor } from './may-command.ts';
import type { Target } from './target.ts';

/** C5: how something parked ends. */
export const PARKED_ENDINGS = ['answered', 'follow-up-talk', 'own-review', 'let-go'] as const;
export type ParkedEnding = (typeof PARKED_ENDINGS)[number];

export const PARKED_ENDING_WORDS: Record<ParkedEnding, string> = {
  answered: 'Answered',
  'follow-up-talk': 'A follow-up talk',
  'own-review': 'A review of its own',
  'let-go': 'Let go',
};

export const LONGEST_PARKED = 1_000;
export const LONGEST_ENDING_NOTE = 500;

/** C5: its author, a facilitator or an analyst says how it ends. */
export const mayEndParked = (by: string, { id, steers, analyst }: RoomActor): boolean =>
  by === id || steers || analyst;

/** A tangent set aside, with its author and its place. */
export interface Parked {
  id: string;
  words: string;
  by: PersonId;
  stage: StageId | null;
  target: Target | null;
  at: Date;
  /** Null while it waits. The note says with whom, or where. */
  ending: { how: ParkedEnding; note: string; at: Date } | null;
}
