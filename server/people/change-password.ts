import { recordAudit } from '#db/audit.ts';
import { findPasswordHash, updatePerson } from '#db/people.ts';
import { deleteSignInsOf } from '#db/sign-ins.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { changeRights } from './change-rights.ts';
import { hashPassword, isPassword } from './password.server.ts';
import { signInNow } from './sign-in-times.ts';

/** A new password by one who knows the old one; every other sign-in of theirs ends. */
export async function changePassword(
  app: App,
  person: SignedIn,
  { present, next }: { present: string; next: string },
): Promise<{ changed: true } | Refused> {
  if (!(await isPassword(app, await findPasswordHash(app.db, person.id), present)))
    return refuse('That is not your present password.');
  const passwordHash = await hashPassword(app, next);
  return changeRights(app, async (tx) => {
    await updatePerson(tx, person.id, { password_hash: passwordHash });
    await deleteSignInsOf(tx, person.id, person.signIn);
    await recordAudit(tx, signInNow(app), person.id, 'changed own password');
    return { changed: true as const };
  });
}
