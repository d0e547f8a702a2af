import {
  findReflectionAuthor,
  insertReflection,
  isAnswerable,
  isReflected,
  takeBackReflection,
} from '#db/reflections.ts';
import { lockReview } from '#db/reviews.ts';
import { findSoak } from '#db/soaks.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { tell } from '../notices/tell.ts';
import { requireReview } from '../reviews/require-review.ts';

/**
 * S6: what stayed with someone since the meeting, signed, or an answer to what stayed with somebody else. From the soak's start until
 * the review is done. The same words from the same person are said once, however often they are sent.
 */
export async function reflect(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { words, answers = null }: { words: string; answers?: string | null },
): Promise<true | Refused> {
  const { review } = await requireReview(app, person, id);
  if (review.done_at !== null) return refuse('This review is done.');
  if ((await findSoak(app.db, review.id)) === null)
    return refuse('Reflections begin once the soak has started.');
  return app.db.transaction().execute(async (tx) => {
    // whoever takes one back waits here, so that no answer loses what it answers
    await lockReview(tx, review.id);
    if (answers !== null && !(await isAnswerable(tx, review.id, answers)))
      return refuse('That one has been taken back meanwhile. Say it by itself, if you like.');
    if (await isReflected(tx, { review: review.id, author: person.id, words, answers })) return true as const;
    const at = app.clock.now();
    const own = app.random.uuid();
    await insertReflection(tx, {
      id: own,
      review: review.id,
      author: person.id,
      words,
      at,
      answers,
    });
    const asker = answers === null ? null : await findReflectionAuthor(tx, answers);
    if (asker !== null && asker !== person.id)
      await tell(tx, app, [
        {
          person: asker,
          kind: 'answer',
          what: 'answered',
          about: `answer ${own}`,
          review: review.id,
          reflection: own,
          at,
        },
      ]);
    return true as const;
  });
}

/** Its author takes a reflection or an answer back. */
export async function withdrawReflection(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { reflection }: { reflection: string },
): Promise<true> {
  const { review } = await requireReview(app, person, id);
  await app.db.transaction().execute(async (tx) => {
    await lockReview(tx, review.id);
    if (!(await takeBackReflection(tx, { id: reflection, review: review.id, author: person.id })))
      throw notFound();
  });
  return true;
}
