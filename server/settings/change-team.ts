import { recordAudit } from '#db/audit.ts';
import {
  insertTeam,
  listTeamMembers,
  lockTeam,
  renameTeam,
  setTeamMembers,
  type TeamMember,
} from '#db/teams.ts';
import { asId, type PersonId, type TeamId } from '#domain/ids.ts';
import type { Loaded } from '#domain/join-changes.ts';
import type { Refused } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { type AskedAbout, joinForm } from '../doors/as-loaded.ts';
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

/** @param loaded the team its form was loaded with (`teamAsLoaded`): what others have changed since stays, or is asked about */
export async function changeTeam(
  app: App,
  person: SignedIn,
  id: TeamId,
  typed: TeamFacts,
  loaded?: Loaded,
): Promise<{ changed: true } | Refused | AskedAbout<TeamFacts>> {
  requireAdministrator(person);
  return refusingConflicts(() =>
    app.db.transaction().execute(async (tx) => {
      const team = await lockTeam(tx, id);
      if (!team) throw notFound();
      const stored = factsOf(team, await listTeamMembers(tx));
      const facts = joinForm(loaded, stored, typed, (piece) =>
        piece === 'name' ? `“${stored.name}”` : null,
      );
      if ('asked' in facts) return facts;
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

/** A team as its form posts back how it was loaded. */
export const teamAsLoaded = (team: { id: TeamId; name: string }, members: readonly TeamMember[]): string =>
  JSON.stringify(factsOf(team, members));

const factsOf = (team: { id: TeamId; name: string }, members: readonly TeamMember[]): TeamFacts => {
  const onIt = members.filter((one) => one.team === team.id);
  return {
    name: team.name,
    members: onIt.map(({ person }) => person),
    leads: onIt.filter(({ leads }) => leads).map(({ person }) => person),
  };
};
