import { recordAudit } from '#db/audit.ts';
import { findPerson, holdAdministrators, type PersonRow, setTeamsOf, updatePerson } from '#db/people.ts';
import { listTeamsOf } from '#db/teams.ts';
import { plainDay } from '#domain/clock-words.ts';
import type { PersonId, TeamId } from '#domain/ids.ts';
import type { Loaded } from '#domain/join-changes.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { type AskedAbout, joinForm } from '../doors/as-loaded.ts';
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

/**
 * What an administrator may change of somebody; the last active administrator stays one (P8).
 * @param loaded the facts its form was loaded with (`personAsLoaded`): what others have changed since stays, or is asked about
 */
export async function changePerson(
  app: App,
  person: SignedIn,
  id: PersonId,
  typed: PersonFacts,
  loaded?: Loaded,
): Promise<{ changed: true } | Refused | AskedAbout<PersonFacts>> {
  requireAdministrator(person);
  return refusingConflicts(() =>
    changeRights(app, async (tx) => {
      const administrators = await holdAdministrators(tx);
      const found = await findPerson(tx, id);
      if (!found) throw notFound();
      const stored = factsOf(found, await listTeamsOf(tx, id));
      const facts = joinForm(loaded, stored, typed, (piece) => nowWords(stored, piece));
      if ('asked' in facts) return facts;
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

/** A person as their form posts back how it was loaded. */
export const personAsLoaded = (found: PersonRow, teams: readonly TeamId[]): string =>
  JSON.stringify(factsOf(found, teams));

const factsOf = (found: PersonRow, teams: readonly TeamId[]): PersonFacts => ({
  name: found.name,
  startedOn: found.started_on,
  role: found.role,
  teams,
});

function nowWords({ name, startedOn }: PersonFacts, piece: keyof PersonFacts): string | null {
  if (piece === 'name') return `“${name}”`;
  return piece === 'startedOn' && startedOn ? plainDay(startedOn) : null;
}
