import { listCancelling } from '#db/imports.ts';
import { findPerson } from '#db/people.ts';
import type { PersonId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { finishCancelling } from './cancel-import.ts';

/** At the start: imports whose cancelling a kill has cut short are taken back to the end. One that cannot be waits for the next start. */
export async function finishCancellations(app: App): Promise<void> {
  for (const row of await listCancelling(app.db))
    await finishCancelling(app, await whoCancelled(app, row.person_id), row).catch((error) =>
      app.log.error('import.cancel', error, { import: row.id }),
    );
}

async function whoCancelled(app: App, id: PersonId): Promise<SignedIn | null> {
  const row = await findPerson(app.db, id);
  if (!row || row.deactivated_at !== null) return null;
  return {
    id,
    name: row.name,
    email: row.email ?? '',
    role: row.role,
    active: true,
    zone: row.zone ?? 'UTC',
    faceLetters: row.face_letters,
    faceHue: row.face_hue,
    signIn: '',
  };
}
