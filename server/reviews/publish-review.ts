import { updateReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from './require-review.ts';

/** Opens the write-up to all members (open) or to the named (private), or takes it back to a draft. Analysts only. */
export async function publishReview(
  app: App,
  person: SignedIn,
  id: string | undefined,
  published: boolean,
): Promise<void> {
  const { review } = await requireReview(app, person, id, 'manage');
  if ((review.published_at !== null) === published) return;
  await app.db.transaction().execute(async (tx) => {
    await updateReview(tx, review.id, { published_at: published ? app.clock.now() : null });
    await raiseRightsCounter(tx);
  });
  app.collab.rightsChanged();
}
