import { listHalfIn } from '#db/imports.ts';
import type { App } from '../app.ts';
import { goOnWithImport } from './go-on-with-import.ts';
import { importerOf } from './importer-of.ts';
import { whereAllowed } from './where-allowed.ts';

/**
 * Imports a kill has cut short come in to their end, as their person decided. Where something went wrong they wait for
 * that person. @param since untouched since then
 */
export async function goOnWithCutShort(app: App, since: Date): Promise<void> {
  for (const { id, person_id, sentence } of await listHalfIn(app.db, since)) {
    const person = sentence === '' ? await importerOf(app, person_id) : null;
    if (!person) continue;
    const goOn = async () => (await goOnWithImport(app, person, id, since))?.bringing;
    await whereAllowed(goOn()).catch((error) => app.log.error('import.go-on', error, { import: id }));
  }
}
