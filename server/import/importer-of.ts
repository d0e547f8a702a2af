import { findPerson } from '#db/people.ts';
import type { PersonId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';

/** Whose import it is, for what goes on without their asking. Null when they are gone, or may not sign in any more. */
export async function importerOf(app: App, id: PersonId): Promise<SignedIn | null> {
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
