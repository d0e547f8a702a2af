import { type Refused, refuse } from '#domain/refused.ts';
import type { OpenedIdea } from './idea.ts';

export const OUTCOMES = ['decided', 'nothing-to-do'] as const;
/** How an action session ends. Both endings weigh the same. */
export type OutcomeKind = (typeof OUTCOMES)[number];

/** "This is the incident we want": said with its reason, and with nothing decided *do* beside it (S10). */
export const mayEndWith = (
  kind: OutcomeKind,
  reason: string,
  ideas: readonly Pick<OpenedIdea, 'decision'>[],
): true | Refused => {
  const toDo = ideas.filter((idea) => idea.decision === 'do').length;
  if (kind === 'decided') {
    return toDo > 0
      ? true
      : refuse(
          'Nothing has been decided to do. If that is how it should be, end with “nothing to do” and its reason.',
        );
  }
  if (toDo > 0)
    return refuse('Something has been decided to do. End with that, or decide it differently first.');
  return reason.trim() === ''
    ? refuse('Say why there is nothing to do. It is the part people will read.')
    : true;
};
