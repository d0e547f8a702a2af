import { updateReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { keepComment } from './keep-comment.ts';

/** K2: its analysts close a review's comments, or open them again. What is there stays to be read. */
export async function openComments(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { open }: { open: boolean },
): Promise<{ open: boolean }> {
  const { review } = await requireReview(app, person, id, 'manage');
  const action = open ? 'comments opened' : 'comments closed';
  await keepComment(app, person, review.id, { action, about: {} }, async (tx) => {
    await updateReview(tx, review.id, { comments_open: open });
    await raiseRightsCounter(tx);
  });
  app.collab.rightsChanged();
  return { open };
}
