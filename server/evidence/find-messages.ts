import { searchMessages } from '#db/evidence-search.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { asQuoted, type QuotedMessage, readMessages } from './read-messages.ts';

const MOST_FOUND = 40;
const MOST_NAMED = 200;
const LONGEST_QUESTION = 100;

/** Messages of a review's evidence, by their words or by their ids; for whoever may read the review. */
export async function findMessagesFor(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  asked: { words: string; ids: readonly string[] },
): Promise<QuotedMessage[]> {
  const { review } = await requireReview(app, person, reviewId);
  if (asked.ids.length > 0)
    return Object.values(await readMessages(app, review.id, asked.ids.slice(0, MOST_NAMED)));
  const words = asked.words.replaceAll('\u0000', '').trim().slice(0, LONGEST_QUESTION).toWellFormed();
  const rows = await searchMessages(app.db, review.id, words, MOST_FOUND);
  return rows.map(asQuoted);
}
