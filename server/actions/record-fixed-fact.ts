import { insertFixedFact } from '#db/outcomes.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** S11: something already fixed is a fact that whoever may write here can record at any time; it never becomes an item. */
export async function recordFixedFact(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { words }: { words: string },
): Promise<true> {
  const { review } = await requireReview(app, person, id, 'write');
  const fact = {
    id: app.random.uuid(),
    review: review.id,
    idea: null,
    words,
    by: person.id,
    at: app.clock.now(),
  };
  await insertFixedFact(app.db, fact);
  return true;
}
