import { accessOf } from '#db/review-access.ts';
import { findReview, type ReviewRow, updateReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { asId, isUuid, type ReviewId } from '#domain/ids.ts';
import { mayWithReview } from '#domain/permissions.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from './require-review.ts';

/** Puts a review into the bin, where it lies for 30 days; links to it say so to those who could read it. */
export async function binReview(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const { review } = await requireReview(app, person, id, 'bin');
  await setDeleted(app, review.id, app.clock.now());
}

/** Takes it out again: an analyst of it only. */
export async function unbinReview(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const review = await requireBinned(app, person, id);
  await setDeleted(app, review.id, null);
}

/** A review in the bin, for those who may take it out; 404 for anybody else. */
export async function requireBinned(app: App, person: SignedIn, id: string | undefined): Promise<ReviewRow> {
  const review = isUuid(id) ? await findReview(app.db, asId<ReviewId>(id)) : undefined;
  if (!review?.deleted_at) throw notFound();
  const access = await accessOf(app.db, review);
  if (!mayWithReview(person, 'bin', { ...access, deleted: false })) throw notFound();
  return review;
}

async function setDeleted(app: App, id: ReviewId, at: Date | null) {
  await app.db.transaction().execute(async (tx) => {
    await updateReview(tx, id, { deleted_at: at });
    await raiseRightsCounter(tx);
  });
  app.collab.rightsChanged();
}
