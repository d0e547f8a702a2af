import { takeUpImport } from '#db/imports.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { bringParts } from './bring-parts.ts';
import { requireImport, stillSince } from './find-import.ts';

/** Goes on with one that stopped half-way, from where it was; the bringing itself is not waited for. @param since untouched since then */
export async function goOnWithImport(
  app: App,
  person: SignedIn,
  id: string | undefined,
  since: Date = stillSince(app),
): Promise<{ bringing: Promise<void> } | null> {
  const row = await requireImport(app, person, id);
  if (row.review_id) await requireReview(app, person, row.review_id, 'write');
  const isTaken = await takeUpImport(app.db, row.id, since, app.clock.now());
  return isTaken ? { bringing: bringParts(app, person, row.id) } : null;
}
