import { listCancelling } from '#db/imports.ts';
import type { App } from '../app.ts';
import { finishCancelling } from './cancel-import.ts';
import { importerOf } from './importer-of.ts';

/** Imports whose cancelling was cut short are taken back to the end. @param since left alone by whoever cancelled them */
export async function finishCancellations(app: App, since: Date): Promise<void> {
  for (const row of await listCancelling(app.db, since))
    await finishCancelling(app, await importerOf(app, row.person_id), row).catch((error) =>
      app.log.error('import.cancel', error, { import: row.id }),
    );
}
