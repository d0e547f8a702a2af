import type { Alone } from '#db/alone.ts';
import { listCancelling } from '#db/imports.ts';
import { findPerson } from '#db/people.ts';
import type { PersonId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { finishCancelling } from './cancel-import.ts';

/** Imports whose cancelling was cut short are taken back to the end. @param since left alone by whoever cancelled them */
export async function finishCancellations(app: App, since: Date): Promise<void> {
  for (const row of await listCancelling(app.db, since))
    await finishCancelling(app, await whoCancelled(app, row.person_id), row).catch((error) =>
      app.log.error('import.cancel', error, { import: row.id }),
    );
}

const EVERY_MS = 5 * 60_000;

/** At the start, where a kill has cut one short, and every few minutes, where a database was away. @returns how to stop */
export function keepFinishingCancellations(app: App, alone: Alone): () => void {
  const finish = (since: Date) =>
    void alone('cancelled imports', () => finishCancellations(app, since)).catch((error) =>
      app.log.error('import.cancel', error),
    );
  const timer = setInterval(() => finish(new Date(app.clock.now().getTime() - EVERY_MS)), EVERY_MS);
  timer.unref();
  finish(app.clock.now());
  return () => clearInterval(timer);
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
