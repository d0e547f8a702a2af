import type { Decision } from './idea.ts';

/** Where an idea stands, everywhere the same: its decision, else already done where a fact says so (S11), else open (S9). */
export const STANDINGS = ['do', 'done', 'not-now', 'no', 'open'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS: Record<Standing, string> = {
  do: 'Do',
  done: 'Already done',
  'not-now': 'Not now',
  no: 'No',
  open: 'Not decided yet',
};

export interface Settled {
  decision: Decision | null;
  /** What was noted beside it as done already. */
  fixed: readonly unknown[];
}

export const standingOf = ({ decision, fixed }: Settled): Standing =>
  decision ?? (fixed.length > 0 ? 'done' : 'open');

export const isOpen = (idea: Settled): boolean => standingOf(idea) === 'open';

/** Facts beside an idea: its own, and those of ideas that are one with it. */
export const factsBeside = <Fact extends { idea: string | null }>(
  facts: readonly Fact[],
  idea: { id: string; merged: readonly { id: string }[] },
): Fact[] => facts.filter((fact) => fact.idea === idea.id || idea.merged.some(({ id }) => id === fact.idea));

/** For sorting a list of ideas: what is being done first, what is open last. */
export const byStanding = (a: Settled, b: Settled): number =>
  STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b));
