import { recordAudit } from '#db/audit.ts';
import { findTeam, insertTeam, renameTeam, setTeamMembers } from '#db/teams.ts';
import { asId, type PersonId, type TeamId } from '#domain/ids.ts';
import type { Refused } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { refusingConflicts } from './refuse-conflicts.ts';
import { requireAdministrator } from './require-administrator.ts';

export interface TeamFacts {
  name: string;
  members: readonly PersonId[];
  /** Of the members, who leads. Others named here are passed over. */
  leads: readonly PersonId[];
}

export async function makeTeam(app: App, person: SignedIn, name: string): Promise<TeamId | Refused> {
  requireAdministrator(person);
  const id = asId<TeamId>(app.random.uuid());
  return refusingConflicts(() =>
    app.db.transaction().execute(async (tx) => {
      await insertTeam(tx, { id, name });
      await recordAudit(tx, signInNow(app), person.id, 'made a team', { team: id });
      return id;
    }),
  );
}

export async function changeTeam(
  app: App,
  person: SignedIn,
  id: TeamId,
  facts: TeamFacts,
): Promise<{ changed: true } | Refused> {
  requireAdministrator(person);
  return refusingConflicts(() =>
    app.db.transaction().execute(async (tx) => {
      if (!(await findTeam(tx, id))) throw notFound();
      await renameTeam(tx, id, facts.name);
      const members = [...new Set(facts.members)];
      await setTeamMembers(
        tx,
        id,
        members.map((member) => ({ person: member, leads: facts.leads.includes(member) })),
      );
      await recordAudit(tx, signInNow(app), person.id, 'changed a team', { team: id });
      return { changed: true as const };
    }),
  );
}
