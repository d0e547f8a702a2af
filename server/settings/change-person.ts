import { recordAudit } from '#db/audit.ts';
import { findPerson, holdAdministrators, setTeamsOf, updatePerson } from '#db/people.ts';
import type { PersonId, TeamId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { changeRights } from '../people/change-rights.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { LAST_ADMINISTRATOR } from './last-administrator.ts';
import { refusingConflicts } from './refuse-conflicts.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface PersonFacts {
  name: string;
  startedOn: string | null;
  role: 'administrator' | 'member';
  teams: readonly TeamId[];
}

/** What an administrator may change of somebody; the last active administrator stays one (P8). */
export async function changePerson(
  app: App,
  person: SignedIn,
  id: PersonId,
  facts: PersonFacts,
): Promise<{ changed: true } | Refused> {
  requireAdministrator(person);
  return refusingConflicts(() =>
    changeRights(app, async (tx) => {
      const administrators = await holdAdministrators(tx);
      const found = await findPerson(tx, id);
      if (!found) throw notFound();
      const isLast = administrators.length === 1 && administrators[0]?.id === id;
      if (isLast && facts.role !== 'administrator') return refuse(LAST_ADMINISTRATOR);
      await updatePerson(tx, id, { name: facts.name, started_on: facts.startedOn, role: facts.role });
      await setTeamsOf(tx, id, facts.teams);
      const action = found.role === facts.role ? 'changed a person' : `made a person ${facts.role}`;
      await recordAudit(tx, signInNow(app), person.id, action, { person: id });
      return { changed: true as const };
    }),
  );
}
