import type { PersonId } from '#domain/ids.ts';
import type { Target } from './target.ts';

/** In the order in which they come up (M11). */
export const TURN_TYPES = ['process', 'question', 'add-to-this', 'new-point'] as const;
export type TurnType = (typeof TURN_TYPES)[number];

export const TURN_WORDS: Record<TurnType, string> = {
  process: 'Process',
  question: 'Question',
  'add-to-this': 'Add to this',
  'new-point': 'New point',
};

export const LONGEST_TURN = 120;
export const LONGEST_LABEL = 60;

/** A wish to speak, a turn being taken, or one that was. Withdrawn ones are gone. */
export interface QueueEntry {
  id: string;
  type: TurnType;
  /** Up to 120 characters; may be empty. */
  words: string;
  raisedBy: PersonId;
  /** Someone in the physical room without a hand of their own here; the entry is theirs, by this label (M3). */
  raisedFor: string | null;
  raisedAt: Date;
  state: 'waiting' | 'speaking' | 'spoken';
  /** Place in an order set by hand, kept until it leaves; null: where the rule puts it (M11). */
  placed: number | null;
  target: Target | null;
}

/** Whose entry it is: a person's, or a label's. */
export const speakerOf = (entry: Pick<QueueEntry, 'raisedBy' | 'raisedFor'>): string =>
  entry.raisedFor === null ? entry.raisedBy : `for:${entry.raisedFor.toLowerCase()}`;
