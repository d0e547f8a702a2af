import { listItems } from '#db/items.ts';
import { findReview } from '#db/reviews.ts';
import { emptyWaiting, listWaitingWords } from '#db/tracker-outbox.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, Database } from '../app.ts';
import { seenOf, wordsBy } from '../trackers/words-of-items.ts';

/**
 * What waits for a tracker quotes the review's title and the finding it answers. Where it would read otherwise now it has lost its
 * words: the next try refuses it as changed, which it would have done with them too.
 * @param tx in which the review is named as it reads now
 */
export async function forgetWaitingWords(
  tx: Database,
  app: Pick<App, 'origin'>,
  id: ReviewId,
  { findings }: Pick<WriteUp, 'findings'>,
): Promise<void> {
  const review = await findReview(tx, id);
  if (!review) return;
  const words = wordsBy(app, review, findings);
  const standing = new Map((await listItems(tx, id)).map((item) => [item.id, seenOf(words(item))]));
  const waiting = await listWaitingWords(tx, id);
  const lost = waiting.filter((one) => standing.get(one.item) !== seenOf(one));
  await emptyWaiting(
    tx,
    lost.map(({ item }) => item),
  );
}
