import { deleteImport, deleteImportsBefore, listHalfIn } from '#db/imports.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { DAY } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';
import { findReviewFor } from '../reviews/require-review.ts';
import { importerOf } from './importer-of.ts';

/** How long an import waits undecided. */
const KEPT_MS = 2 * DAY;

/**
 * What waited too long goes: nothing of it is in a review, or all of it is. One that is half in goes only when nobody is
 * left who may go on with it; otherwise it would keep its review's words from ever being erased (D14).
 */
export async function forgetImports(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - KEPT_MS);
  await deleteImportsBefore(app.db, before);
  for (const { id, person_id, review_id } of await listHalfIn(app.db, before))
    if (!(await mayGoOn(app, person_id, review_id))) await deleteImport(app.db, id);
}

async function mayGoOn(app: App, importer: PersonId, review: ReviewId | null): Promise<boolean> {
  const person = await importerOf(app, importer);
  const asked = person && review && (await findReviewFor(app, person, review));
  return asked?.may.write ?? false;
}
