import { findLastErasure } from '#db/erasing.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { chosenVersion } from './choose-two.ts';
import { listHistory } from './list-history.ts';
import { readSeq } from './require-version.ts';

/**
 * A write-up's history for someone who writes it, latest first.
 * @param before where to go on towards the beginning
 * @param compare two versions of it are being chosen: the first of them, "" while there is none
 */
export async function readHistory(
  app: App,
  person: SignedIn,
  id: string | undefined,
  before: string | null,
  compare: string | null = null,
) {
  const { document, review } = await requireReview(app, person, id, 'read history');
  const { lines, older } = await listHistory(app, document, { before: readSeq(before) });
  const putBack = lines.find((line) => line.line === 'version' && line.kind === 'put-back');
  return {
    lines,
    older,
    /** The last of these that put something back; null: none did. */
    putBackAt: putBack?.line === 'version' ? putBack.at : null,
    /** D14: what was before it is gone for good. */
    erased: await findLastErasure(app.db, review.id),
    choosing: compare === null ? null : { first: await chosenVersion(app, document, compare) },
  };
}
