import { deleteImportsBefore } from '#db/imports.ts';
import { DAY } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';

/** How long an import waits undecided. */
const KEPT_MS = 2 * DAY;

/** Nothing of these is in a review, or all of it is. */
export async function forgetImports(app: App): Promise<void> {
  await deleteImportsBefore(app.db, new Date(app.clock.now().getTime() - KEPT_MS));
}
