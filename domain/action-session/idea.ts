import type { PersonId } from '#domain/ids.ts';

/** An idea while it is closed: its words go to nobody but its author (C6). */
export interface SealedIdea {
  author: PersonId | null;
  words: string;
  withheld: boolean;
}

export const DECISIONS = ['do', 'not-now', 'no'] as const;
export type Decision = (typeof DECISIONS)[number];

/** An idea once opened. It has no time, and its id says nothing of when or by whom it was sealed (C7). */
export interface OpenedIdea {
  id: string;
  words: string;
  /** Null where the name was withheld: erased, not hidden. */
  author: PersonId | null;
  /** The words of the group it was put into; empty while it stands alone. */
  group: string;
  /** Null while undecided; it then stays in sight (S9). */
  decision: Decision | null;
  reason: string;
  /** The idea it was merged into; it is decided on with that one. */
  mergedInto: string | null;
  /** The finding it answers, as far as it has been said. */
  answers: string | null;
}

export const LONGEST_REASON = 1_000;
export const LONGEST_GROUP = 80;

/**
 * C7, C8: all at once, in random order, under new ids; withheld authors are gone from what this returns.
 * The caller writes these rows and deletes the sealed ones in one transaction.
 */
export const openAll = (
  sealed: readonly SealedIdea[],
  random: { uuid(): string; shuffle<T>(items: readonly T[]): T[] },
): OpenedIdea[] =>
  random.shuffle(sealed).map((idea) => ({
    id: random.uuid(),
    words: idea.words,
    author: idea.withheld ? null : idea.author,
    group: '',
    decision: null,
    reason: '',
    mergedInto: null,
    answers: null,
  }));
