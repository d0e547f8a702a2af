import { deleteFact, insertFixedFact, listFixedFacts } from '#db/outcomes.ts';
import { lockReview } from '#db/reviews.ts';
import { mayTakeFactBack } from '#domain/action-session/fixed-fact.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/** S11: something already fixed is a fact that whoever may write here can record at any time; it never becomes an item. */
export async function recordFixedFact(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { words }: { words: string },
): Promise<true> {
  const { review } = await requireReview(app, person, id, 'write');
  await app.db.transaction().execute(async (tx) => {
    // a second press waits here, and finds the first
    await lockReview(tx, review.id);
    await noteFixedFact(tx, app, { review: review.id, idea: null, words, by: person.id });
  });
  return true;
}

/** S11: noted by mistake, it goes; what was fixed after all can be noted again. */
export async function takeFactBack(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { fact }: { fact: string },
): Promise<true> {
  const { review, may } = await requireReview(app, person, id);
  const noted = (await listFixedFacts(app.db, review.id)).find((each) => each.id === fact);
  if (!noted || !mayTakeFactBack(noted, person.id, may.manage)) throw notFound();
  await deleteFact(app.db, fact);
  return true;
}

/** The same words beside the same idea are one fact, however often they are sent. */
export async function noteFixedFact(
  db: Database,
  { clock, random }: Pick<App, 'clock' | 'random'>,
  fact: { review: ReviewId; idea: string | null; words: string; by: PersonId },
): Promise<void> {
  const noted = await listFixedFacts(db, fact.review);
  if (noted.some(({ idea, words }) => idea === fact.idea && words === fact.words)) return;
  await insertFixedFact(db, { id: random.uuid(), at: clock.now(), ...fact });
}
