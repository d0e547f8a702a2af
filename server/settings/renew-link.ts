import { recordAudit } from '#db/audit.ts';
import { findPasswordHash, findPerson } from '#db/people.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { makeLink } from '../people/one-time-link.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { requireAdministrator } from './require-administrator.ts';

/** A fresh link for somebody: to come in, where they never did, else to choose a new password. The former one is void. */
export async function renewLink(
  app: App,
  person: SignedIn,
  id: PersonId,
): Promise<{ url: string } | Refused> {
  requireAdministrator(person);
  return app.db.transaction().execute(async (tx) => {
    const found = await findPerson(tx, id);
    if (!found) throw notFound();
    if (found.deactivated_at !== null) return refuse(`${found.name} is deactivated. Activate them first.`);
    const purpose = (await findPasswordHash(tx, id)) === null ? 'join' : 'password';
    await recordAudit(tx, signInNow(app), person.id, `made a ${purpose} link`, { person: id });
    return { url: await makeLink(app, tx, purpose, id) };
  });
}
