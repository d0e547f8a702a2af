import { deleteEmptySources, takeBackMessages } from '#db/evidence.ts';
import { changeImport, deleteImport, deleteUnbegun, findImport, type ImportRow } from '#db/imports.ts';
import { isUuid, type ReviewId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { binReview } from '../reviews/bin-review.ts';
import { takeBackWords } from './bring-words.ts';
import { channelKey, type Plan } from './held.ts';
import { PORTION } from './reading.ts';
import { whereAllowed } from './where-allowed.ts';

/**
 * The way out, at any moment: what is held goes, what came half-way is taken back, a review made by this import lies in
 * the bin. One that is done is left as it is.
 */
export async function cancelImport(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const asked = async () => (isUuid(id) ? await findImport(app.db, id, person.id) : undefined);
  const row = await asked();
  if (!row) throw notFound();
  // from now on nothing more of it comes in
  await changeImport(app.db, row.id, 'bringing', { state: 'cancelling' }, app.clock.now());
  const now = await asked();
  if (now?.state === 'cancelling') return finishCancelling(app, person, now);
  if (!now || now.state === 'done' || (await deleteUnbegun(app.db, row.id))) return;
  // it began to be brought in just now
  return cancelImport(app, person, id);
}

/** Its row goes last: killed before that, the next start goes on. @param person null: whoever cancelled it is gone */
export async function finishCancelling(app: App, person: SignedIn | null, row: ImportRow): Promise<void> {
  const { id, review_id: review } = row;
  if (review) {
    await takeBack(app, person, { id, review, plan: row.plan as Plan });
    if (person && row.makes_review) await whereAllowed(binReview(app, person, review));
  }
  await deleteImport(app.db, id);
}

/** Takes back, portion by portion, exactly what one import brought. Pictures stay: its words may be brought back. */
export async function takeBack(
  app: App,
  person: SignedIn | null,
  { id, review, plan }: { id: string; review: ReviewId; plan: Plan },
): Promise<void> {
  while (await app.db.transaction().execute((tx) => takeBackMessages(tx, id, PORTION)));
  const keys = [...plan.chats.map(({ key }) => key), ...plan.channels.map((key) => channelKey(plan, key))];
  await deleteEmptySources(app.db, review, keys);
  if (person && plan.words) await whereAllowed(takeBackWords(app, person, { review, words: plan.words }));
}
