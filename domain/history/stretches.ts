import type { PersonId } from '../ids.ts';

/** Somebody's writing in one stay of one tab without a long pause: one line of the history. One edit is a stretch of its own. */
export interface Stretch {
  fromSeq: number;
  toSeq: number;
  /** null: the program itself */
  person: PersonId | null;
  /** null: through a button of the program, not by typing */
  sitting: string | null;
  fromAt: Date;
  toAt: Date;
}

/** Whoever stays away for longer begins a new stretch. */
export const STRETCH_PAUSE_MS = 30 * 60_000;

/**
 * Puts stretches together where the same person goes on in the same sitting within the pause.
 * @param more later than `before`, by `fromSeq`
 * @returns all of them, by `fromSeq`; new values, the given ones stay as they are
 */
export function joinStretches(before: readonly Stretch[], more: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  const open = new Map<string, Stretch>();
  for (const next of [...before, ...more]) {
    const key = `${next.person} ${next.sitting}`;
    const last = open.get(key);
    if (last && next.fromAt.getTime() - last.toAt.getTime() <= STRETCH_PAUSE_MS) {
      last.toSeq = Math.max(last.toSeq, next.toSeq);
      if (next.toAt > last.toAt) last.toAt = next.toAt;
    } else {
      const begun = { ...next };
      open.set(key, begun);
      joined.push(begun);
    }
  }
  return joined;
}
