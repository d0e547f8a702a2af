import { isOpen } from '#domain/action-session/standing.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';

/** Ideas under their headings: named groups by name, then those that stand alone. */
export function grouped(ideas: readonly IdeaShown[]): { name: string; ideas: IdeaShown[] }[] {
  const names = [...new Set(ideas.map(({ group }) => group))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'en'),
  );
  return names.map((name) => ({ name, ideas: ideas.filter(({ group }) => group === name) }));
}

/** The next idea nobody has decided on, after this one; null when there is none. */
export function nextUndecided(ideas: readonly IdeaShown[], after: string | null): IdeaShown | null {
  const inOrder = grouped(ideas).flatMap((group) => group.ideas);
  const place = inOrder.findIndex(({ id }) => id === after);
  const later = [...inOrder.slice(place + 1), ...inOrder.slice(0, Math.max(place, 0))];
  return later.find((idea) => idea.id !== after && isOpen(idea)) ?? null;
}
