import { recordAudit } from '#db/audit.ts';
import { holdAdministrators } from '#db/people.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { makeLink } from './one-time-link.ts';
import { signInNow } from './sign-in-times.ts';

type Asked = Pick<App, 'db' | 'random' | 'origin' | 'signInClock'>;

/**
 * A link with which an administrator who has lost the way in chooses a new password; on an empty workspace, the one that
 * sets it up. For whoever may read the data folder, which is why nobody is asked to sign in.
 * @param email which administrator; the first one where not given
 */
export async function makeAdminLink(app: Asked, email: string | null): Promise<{ url: string } | Refused> {
  return app.db.transaction().execute(async (tx) => {
    const administrators = await holdAdministrators(tx);
    if (administrators.length === 0) return { url: await makeLink(app, tx, 'set-up', null) };
    const chosen =
      email === null ? administrators[0] : administrators.find((one) => one.email === email.toLowerCase());
    if (!chosen) return refuse(`No active administrator has the address ${email}.`);
    await recordAudit(tx, signInNow(app), null, 'made an administrator link', { person: chosen.id });
    return { url: await makeLink(app, tx, 'password', chosen.id) };
  });
}
