import { recordAudit } from '#db/audit.ts';
import { findPerson, type PersonRow, updatePerson } from '#db/people.ts';
import { deleteSignInsOf } from '#db/sign-ins.ts';
import { deleteTokensOf } from '#db/tokens.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { LINK_IS_SPENT } from '#domain/link-is-spent.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../app.ts';
import { changeRights } from './change-rights.ts';
import { consumeLink, type OpenLink, readLink } from './one-time-link.ts';
import { hashPassword } from './password.server.ts';
import { startSignIn } from './sign-in.ts';
import { signInNow } from './sign-in-times.ts';

/** Whose link this is. Null for one that no longer works, and for a person since deactivated. */
export async function readPersonalLink(
  app: App,
  purpose: 'join' | 'password',
  words: string | undefined,
): Promise<{ link: OpenLink; person: PersonRow } | null> {
  const link = await readLink(app, app.db, purpose, words);
  const person = link?.person ? await findPerson(app.db, link.person) : null;
  return link && person && person.deactivated_at === null ? { link, person } : null;
}

export interface Acceptance {
  password: string;
  /** Given on joining; a new password alone changes neither. */
  name?: string;
  zone?: string;
  device: string;
}

/** Uses a link to join or to choose a new password: earlier sign-ins and tokens of the person end, and a new sign-in begins. */
export async function acceptLink(
  app: App,
  { link, person }: { link: OpenLink; person: PersonRow },
  input: Acceptance,
): Promise<{ token: string } | Refused> {
  const passwordHash = await hashPassword(app, input.password);
  const { name = person.name, zone } = input;
  const letters = name === person.name ? person.face_letters : faceLettersOf(name);
  return changeRights(app, async (tx) => {
    if (!(await consumeLink(app, tx, link))) return refuse(LINK_IS_SPENT);
    await updatePerson(tx, person.id, {
      password_hash: passwordHash,
      name,
      face_letters: letters,
      ...(zone !== undefined && { zone }),
    });
    await deleteSignInsOf(tx, person.id);
    await deleteTokensOf(tx, person.id);
    await recordAudit(tx, signInNow(app), person.id, 'chose a password by a one-time link');
    return { token: await startSignIn(app, tx, person.id, { device: input.device, formerToken: null }) };
  });
}
