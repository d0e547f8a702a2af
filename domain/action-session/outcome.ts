import { type Refused, refuse } from '#domain/refused.ts';
import type { OpenedIdea } from './idea.ts';
import { standingOf } from './standing.ts';

export const OUTCOMES = ['decided', 'nothing-to-do'] as const;
/** How an action session ends. Both endings weigh the same. */
export type OutcomeKind = (typeof OUTCOMES)[number];

/**
 * "This is the incident we want": said with its reason, and with nothing decided *do* beside it (S10). "What we decided": with
 * something to do, or with nothing left open, whatever was said to each.
 * @param ideas each once, those merged into another left out
 */
export const mayEndWith = (
  kind: OutcomeKind,
  reason: string,
  ideas: readonly (Pick<OpenedIdea, 'decision'> & { fixed: readonly unknown[] })[],
): true | Refused => {
  const standings = ideas.map(standingOf);
  const isToDo = standings.includes('do');
  if (kind === 'decided') return isToDo ? true : mayEndWithoutDo(standings);
  if (isToDo)
    return refuse('Something has been decided to do. End with that, or decide it differently first.');
  return reason.trim() === ''
    ? refuse('Say why there is nothing to do. It is the part people will read.')
    : true;
};

function mayEndWithoutDo(standings: readonly string[]): true | Refused {
  if (standings.length === 0)
    return refuse('There was no idea to decide on. End with “nothing to do” and its reason.');
  return standings.includes('open')
    ? refuse(
        'Nothing has been decided to do, and not every idea is decided on. Decide on each, or end with “nothing to do” and its reason.',
      )
    : true;
}
