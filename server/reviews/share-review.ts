import { listPersonChoices } from '#db/choices.ts';
import {
  dropReviewPerson,
  listActiveAnalysts,
  putReviewPerson,
  type ReviewPerson,
} from '#db/review-people.ts';
import { lockReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { PersonId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from './require-review.ts';

/** Names somebody as analyst (with their stance), writer or reader. Analysts only. */
export async function nameReviewPerson(
  app: App,
  person: SignedIn,
  id: string | undefined,
  named: { person: PersonId; role: ReviewPerson['role']; wasInvolved: boolean; leadsInvolved: boolean },
): Promise<Refused | null> {
  const { review } = await requireReview(app, person, id, 'manage');
  if (!(await listPersonChoices(app.db)).some((choice) => choice.id === named.person))
    return refuse('That person is no longer here. Choose somebody else.');
  await app.db.transaction().execute(async (tx) => {
    await putReviewPerson(tx, review.id, {
      person_id: named.person,
      role: named.role,
      was_involved: named.wasInvolved,
      leads_involved: named.leadsInvolved,
    });
    await raiseRightsCounter(tx);
  });
  app.collab.rightsChanged();
  return null;
}

/** Takes a person's part in the review away. The last analyst who can still sign in stays: a review is somebody's. */
export async function unnameReviewPerson(
  app: App,
  person: SignedIn,
  id: string | undefined,
  named: { person: PersonId; role: ReviewPerson['role'] },
): Promise<Refused | null> {
  const { review } = await requireReview(app, person, id, 'manage');
  const outcome = await app.db.transaction().execute(async (tx) => {
    // two who take each other's part away come one after the other
    await lockReview(tx, review.id);
    const staying = (await listActiveAnalysts(tx, review.id)).filter((id) => id !== named.person);
    if (named.role === 'analyst' && staying.length === 0)
      return refuse('A review needs at least one analyst. Name another one first.');
    await dropReviewPerson(tx, review.id, named.person, named.role);
    await raiseRightsCounter(tx);
    return null;
  });
  if (!isRefused(outcome)) app.collab.rightsChanged();
  return outcome;
}
