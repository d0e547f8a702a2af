import { isOpen, type Settled } from './standing.ts';

interface InGroup {
  id: string;
  group: string;
}

/** Ideas under their headings: named groups by name, then those that stand alone. */
export function grouped<Idea extends InGroup>(ideas: readonly Idea[]): { name: string; ideas: Idea[] }[] {
  const names = [...new Set(ideas.map(({ group }) => group))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'en'),
  );
  return names.map((name) => ({ name, ideas: ideas.filter(({ group }) => group === name) }));
}

/** The next idea nobody has decided on, after this one; null when there is none. */
export function nextUndecided<Idea extends InGroup & Settled>(
  ideas: readonly Idea[],
  after: string | null,
): Idea | null {
  const inOrder = grouped(ideas).flatMap((group) => group.ideas);
  const place = inOrder.findIndex(({ id }) => id === after);
  const later = [...inOrder.slice(place + 1), ...inOrder.slice(0, Math.max(place, 0))];
  return later.find((idea) => idea.id !== after && isOpen(idea)) ?? null;
}
