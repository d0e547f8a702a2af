import { type Refused, refuse } from '#domain/refused.ts';
import type { Decision } from './idea.ts';

/** What leaves an idea undecided again: its decision, or what was noted beside it as done already. */
export const TAKEN_BACK = ['decision', 'facts'] as const;
export type TakenBack = (typeof TAKEN_BACK)[number];

/** S9, S11: only what is named and stands. A press made twice, or upon an older screen, takes nothing else along. */
export const mayTakeBack = (
  what: TakenBack,
  { decision, fixed }: { decision: Decision | null; fixed: readonly unknown[] },
): true | Refused => {
  if (what === 'decision')
    return decision === null ? refuse('Nothing is decided on it any more, so nothing was taken back.') : true;
  if (decision !== null)
    return refuse('It has been decided on meanwhile. What was noted beside it as done stays.');
  return fixed.length === 0 ? refuse('Nothing stands beside it as done already any more.') : true;
};
