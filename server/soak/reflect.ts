import { deleteReflection, insertReflection } from '#db/reflections.ts';
import { findSoak } from '#db/soaks.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/** S6: what stayed with someone since the meeting, signed. From the soak's start until the review is done. */
export async function reflect(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { words }: { words: string },
): Promise<true | Refused> {
  const { review } = await requireReview(app, person, id);
  if (review.done_at !== null) return refuse('This review is done.');
  if ((await findSoak(app.db, review.id)) === null)
    return refuse('Reflections begin once the soak has started.');
  const at = app.clock.now();
  await insertReflection(app.db, { id: app.random.uuid(), review: review.id, author: person.id, words, at });
  return true;
}

/** Its author takes a reflection back. */
export async function withdrawReflection(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { reflection }: { reflection: string },
): Promise<true> {
  const { review } = await requireReview(app, person, id);
  if (!(await deleteReflection(app.db, { id: reflection, review: review.id, author: person.id })))
    throw notFound();
  return true;
}
