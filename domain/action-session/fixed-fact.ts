import type { PersonId } from '../ids.ts';

/**
 * S11: a fact that stands beside no idea is taken back by whoever noted it, and by the review's analysts. One beside an idea settles it,
 * and goes as what was decided goes.
 */
export const mayTakeFactBack = (
  fact: { by: PersonId; idea: string | null },
  person: PersonId,
  isAnalyst: boolean,
): boolean => fact.idea === null && (isAnalyst || fact.by === person);
