import { recordAudit } from '#db/audit.ts';
import { updatePerson } from '#db/people.ts';
import { deleteSignInsOf } from '#db/sign-ins.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { changeRights } from './change-rights.ts';
import { hashPassword } from './password.server.ts';
import { provePassword } from './sign-in.ts';
import { signInNow } from './sign-in-times.ts';

/** A new password by one who knows the old one; every other sign-in of theirs ends. */
export async function changePassword(
  app: App,
  person: SignedIn,
  { present, next, address }: { present: string; next: string; address: string },
): Promise<{ changed: true } | Refused> {
  const proved = await provePassword(app, person, { password: present, address });
  if (isRefused(proved)) return proved;
  const passwordHash = await hashPassword(app, next);
  return changeRights(app, async (tx) => {
    await updatePerson(tx, person.id, { password_hash: passwordHash });
    await deleteSignInsOf(tx, person.id, person.signIn);
    await recordAudit(tx, signInNow(app), person.id, 'changed own password');
    return { changed: true as const };
  });
}
