import { findItem, saveWorked } from '#db/items.ts';
import { checkWorked, mayLookBack } from '#domain/action-session/looking-back.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import { wallClockAt } from '#domain/soak/wall-clock.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/** "Did it work?", answered in words by its owner, or by whoever plans this review's meetings. Said again, it takes the place of what was said. */
export async function lookBackOnItem(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { item, words }: { item: string; words: string },
): Promise<true | Refused> {
  const { review, may } = await requireReview(app, person, id);
  const found = await findItem(app.db, review.id, item);
  if (found === null || (found.owner !== person.id && !may['plan meetings'])) throw notFound();
  const now = app.clock.now();
  const isTime = mayLookBack(found, wallClockAt(now, person.zone).day);
  if (isRefused(isTime)) return isTime;
  const said = checkWorked(words);
  if (isRefused(said)) return said;
  await saveWorked(app.db, { id: item, review: review.id, words: said, by: person.id, at: now });
  return true;
}
