import { insertEarlyOpening, listReviewFacilitators } from '#db/early-openings.ts';
import { lockReview } from '#db/reviews.ts';
import { findSoak, saveSoak } from '#db/soaks.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import { mayOpenEarly, openEarly } from '#domain/soak/early-opening.ts';
import { isSoaking } from '#domain/soak/soak.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { type AskedReview, requireReview } from '../reviews/require-review.ts';

/** S5: may this person open it early? The button and the deed ask this one. */
export const isEarlyOpener = async (
  db: Database,
  person: PersonId,
  review: ReviewId,
  { access }: Pick<AskedReview, 'access'>,
): Promise<boolean> =>
  mayOpenEarly(person, {
    facilitators: await listReviewFacilitators(db, review),
    analysts: access.analysts,
  });

/** S5: lets the action session start before the soak's end. The reason stays with the review for good; nothing planned moves (S4). */
export async function openSoakEarly(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { reason }: { reason: string },
): Promise<true | Refused> {
  const asked = await requireReview(app, person, id);
  const { review } = asked;
  return app.db.transaction().execute(async (tx) => {
    await lockReview(tx, review.id);
    if (!(await isEarlyOpener(tx, person.id, review.id, asked)))
      return refuse('A facilitator of the review meeting opens it early; without one, the review’s analyst.');
    const now = app.clock.now();
    const soak = await findSoak(tx, review.id);
    const opened = openEarly(soak, reason, now);
    if (isRefused(opened)) return opened;
    await saveSoak(tx, review.id, opened);
    await insertEarlyOpening(tx, review.id, {
      id: app.random.uuid(),
      at: now,
      by: person.id,
      reason: reason.trim(),
      wouldEndAt: opened.endsAt,
      zone: opened.calendar.zone,
    });
    return true;
  });
}

/** What the page says of it to whom it is given: `now`, or `held` while the soak waits for a further meeting. */
export type EarlyOffer = 'now' | 'held';

/** Null where nothing soaks, and for everybody else. */
export const earlyOffer = async (
  db: Database,
  person: PersonId,
  asked: AskedReview,
  now: Date,
): Promise<EarlyOffer | null> => {
  const soak = await findSoak(db, asked.review.id);
  if (soak === null || (soak.heldFor === null && !isSoaking(soak, now))) return null;
  if (!(await isEarlyOpener(db, person, asked.review.id, asked))) return null;
  return soak.heldFor === null ? 'now' : 'held';
};
