import { noteSeen } from '#db/comments.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** K7: these comments have been in front of this person. Theirs alone: nobody else is told, and nothing is recorded. */
export async function seeComments(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { comments }: { comments: readonly string[] },
): Promise<{ seen: number }> {
  const { review } = await requireReview(app, person, id);
  await noteSeen(app.db, review.id, person.id, comments);
  return { seen: comments.length };
}
