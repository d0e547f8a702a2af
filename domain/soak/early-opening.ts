import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { isSoaking, type Soak } from './soak.ts';

/** S5: shorter than this nobody could later tell why. */
export const SHORTEST_EARLY_REASON = 20;
export const LONGEST_EARLY_REASON = 1_000;

/** Who may open early, as far as the review knows. */
export interface EarlyOpeners {
  /** Facilitators of its review meetings that were not cancelled, with whether each still has an account in use. */
  facilitators: readonly { id: PersonId; active: boolean }[];
  analysts: readonly PersonId[];
}

/** S5: a facilitator of the review meeting; where none is active, or there was no meeting, the review's analyst. */
export const mayOpenEarly = (person: PersonId, { facilitators, analysts }: EarlyOpeners): boolean => {
  const active = facilitators.filter((each) => each.active);
  return active.length > 0 ? active.some(({ id }) => id === person) : analysts.includes(person);
};

/** S5: opens the ideas' session before the soak's end. Needs a reason of at least 20 characters, which is shown for good. */
export const openEarly = (soak: Soak | null, reason: string, now: Date): Soak | Refused => {
  if (soak === null) return refuse('Nothing is soaking yet, so there is nothing to open early.');
  if (soak.heldFor !== null)
    return refuse(
      'The soak waits for a further review meeting. Cancel that meeting first, or let it take place.',
    );
  if (!isSoaking(soak, now)) return refuse('The soak is over. The action session can start.');
  const said = reason.trim();
  if ([...said].length < SHORTEST_EARLY_REASON)
    return refuse(
      `Say the reason in at least ${SHORTEST_EARLY_REASON} characters. Everyone will read it, also later.`,
    );
  if (said.length > LONGEST_EARLY_REASON) return refuse('Say the reason in fewer words.');
  return { ...soak, openedEarlyAt: now };
};
