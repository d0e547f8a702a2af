import { listNamings, removeNamings } from '#db/erase-person.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** P12: where words of this review named somebody who has been erased since; for its analysts. */
export async function listNamedStill(app: App, person: SignedIn, id: string | undefined) {
  const { review } = await requireReview(app, person, id, 'manage');
  return listNamings(app.db, review.id);
}

/** They have looked through them: the list is gone, the words are as they left them. */
export async function lookedThrough(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const { review } = await requireReview(app, person, id, 'manage');
  await removeNamings(app.db, review.id);
}
