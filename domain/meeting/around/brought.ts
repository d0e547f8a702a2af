import type { PersonId } from '#domain/ids.ts';

export const LONGEST_BROUGHT = 1_000;
export const MOST_BROUGHT = 20;

/** A question brought to a meeting before it began; `by` null: without a name, for good (U5). */
export interface Brought {
  id: string;
  by: PersonId | null;
  words: string;
  /** The meeting came to it, as a facilitator says with one tap. */
  touched: boolean;
}

/** As a page shows it. */
export interface BroughtShown {
  id: string;
  /** Null: without a name. */
  by: string | null;
  words: string;
  touched: boolean;
}

/** For those who facilitate, in the room and before it. */
export interface BroughtToFacilitators {
  questions: readonly BroughtShown[];
  /** Of what came without a name, until it is opened; as of the last half minute. Null: it has been. */
  box: { some: boolean; few: boolean } | null;
}
