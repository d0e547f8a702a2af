import { takeBackMessages } from '#db/evidence.ts';
import { deleteImport } from '#db/imports.ts';
import type { App, SignedIn } from '../app.ts';
import { binReview } from '../reviews/bin-review.ts';
import { requireImport } from './find-import.ts';
import { PORTION } from './reading.ts';

/**
 * The way out, at any moment: what is held goes, what came half-way is taken back, a review made by this import lies in
 * the bin. One that is done is left as it is.
 */
export async function cancelImport(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const row = await requireImport(app, person, id);
  if (row.state === 'done') return;
  await deleteImport(app.db, row.id);
  if (row.state !== 'bringing') return;
  await takeBack(app, row.id);
  if (row.makes_review && row.review_id) await binReview(app, person, row.review_id);
}

/** Takes back, portion by portion, exactly what one import brought. */
export async function takeBack(app: App, id: string): Promise<void> {
  while (await app.db.transaction().execute((tx) => takeBackMessages(tx, id, PORTION)));
}
