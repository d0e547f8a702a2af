import { finishItem } from '#db/items.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/** Its owner says that an item is finished, or that it is not after all; of one whose owner has left, those who plan the review's meetings. */
export async function finishOwnItem(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { item, finished }: { item: string; finished: boolean },
): Promise<true> {
  const { review, may } = await requireReview(app, person, id);
  const at = finished ? app.clock.now() : null;
  const forThoseWhoLeft = may['plan meetings'];
  if (!(await finishItem(app.db, { id: item, review: review.id, person: person.id, forThoseWhoLeft, at })))
    throw notFound();
  return true;
}
