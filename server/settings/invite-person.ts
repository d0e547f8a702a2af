import { recordAudit } from '#db/audit.ts';
import { countPeople, insertPerson, setTeamsOf } from '#db/people.ts';
import { faceLettersOf } from '#domain/face-letters.ts';
import { asId, type PersonId, type TeamId } from '#domain/ids.ts';
import type { Refused } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { makeLink } from '../people/one-time-link.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { refusingConflicts } from './refuse-conflicts.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface Invitation {
  name: string;
  /** Lower case. */
  email: string;
  startedOn: string | null;
  role: 'administrator' | 'member';
  teams: readonly TeamId[];
}

const HUES = 6;

/** Adds a person and gives the link with which they come in, once: it is written down nowhere. */
export async function invitePerson(
  app: App,
  person: SignedIn,
  invitation: Invitation,
): Promise<{ id: PersonId; url: string } | Refused> {
  requireAdministrator(person);
  const id = asId<PersonId>(app.random.uuid());
  const now = signInNow(app);
  return refusingConflicts(() =>
    app.db.transaction().execute(async (tx) => {
      await insertPerson(tx, {
        id,
        email: invitation.email,
        name: invitation.name,
        zone: null,
        faceLetters: faceLettersOf(invitation.name),
        faceHue: ((await countPeople(tx)) % HUES) + 1,
        role: invitation.role,
        startedOn: invitation.startedOn,
        passwordHash: null,
        createdAt: now,
      });
      await setTeamsOf(tx, id, invitation.teams);
      await recordAudit(tx, now, person.id, 'added a person', { person: id });
      return { id, url: await makeLink(app, tx, 'join', id) };
    }),
  );
}
