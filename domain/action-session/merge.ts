import { type Refused, refuse } from '#domain/refused.ts';
import type { OpenedIdea } from './idea.ts';

type Mergeable = Pick<OpenedIdea, 'id' | 'decision' | 'mergedInto'>;

/**
 * Two ideas that are one. Nothing of either is rewritten: each keeps its words and its author in its own row, and the one merged
 * stands under the other. One level deep: what stood under it comes along.
 * @returns the ids to be put under `into`
 */
export const mergeIdeas = (
  ideas: readonly Mergeable[],
  idea: string,
  into: string,
): { under: string; moved: string[] } | Refused => {
  const one = ideas.find(({ id }) => id === idea);
  const other = ideas.find(({ id }) => id === into);
  if (!one || !other) return refuse('That idea is not among those opened.');
  const under = other.mergedInto ?? other.id;
  if (under === one.id || one.mergedInto === under) return refuse('These two are one already.');
  if (one.decision !== null)
    return refuse('It has been decided on. Leave it undecided first, or put the other one under it.');
  return {
    under,
    moved: [one.id, ...ideas.filter((each) => each.mergedInto === one.id).map(({ id }) => id)],
  };
};

/** An idea stands by itself again. */
export const splitIdea = (ideas: readonly Mergeable[], idea: string): true | Refused => {
  const one = ideas.find(({ id }) => id === idea);
  if (!one) return refuse('That idea is not among those opened.');
  return one.mergedInto === null ? refuse('It stands by itself already.') : true;
};

/** Ideas that are decided on, each with those merged into it. */
export const withMerged = <Idea extends { id: string; mergedInto: string | null }>(
  ideas: readonly Idea[],
): (Idea & { merged: Idea[] })[] =>
  ideas
    .filter(({ mergedInto }) => mergedInto === null)
    .map((idea) => ({ ...idea, merged: ideas.filter(({ mergedInto }) => mergedInto === idea.id) }));
