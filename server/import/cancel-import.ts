import { takeBackMessages } from '#db/evidence.ts';
import { deleteImport } from '#db/imports.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { binReview } from '../reviews/bin-review.ts';
import { takeBackWords } from './bring-words.ts';
import { requireImport } from './find-import.ts';
import type { Plan } from './held.ts';
import { PORTION } from './reading.ts';

/**
 * The way out, at any moment: what is held goes, what came half-way is taken back, a review made by this import lies in
 * the bin. One that is done is left as it is.
 */
export async function cancelImport(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const row = await requireImport(app, person, id);
  if (row.state === 'done') return;
  await deleteImport(app.db, row.id);
  if (row.state !== 'bringing' || !row.review_id) return;
  await takeBack(app, person, { id: row.id, review: row.review_id, plan: row.plan as Plan });
  if (row.makes_review) await binReview(app, person, row.review_id);
}

/** Takes back, portion by portion, exactly what one import brought. Pictures stay: its words may be brought back. */
export async function takeBack(
  app: App,
  person: SignedIn,
  { id, review, plan }: { id: string; review: ReviewId; plan: Plan },
): Promise<void> {
  while (await app.db.transaction().execute((tx) => takeBackMessages(tx, id, PORTION)));
  if (plan.words) await takeBackWords(app, person, { review, words: plan.words });
}
