import { listReviewsResting } from '#db/hand-over.ts';
import { findPerson, listPeople, type PersonRow } from '#db/people.ts';
import { listTeamMembers, listTeams, listTeamsOf, type TeamMember } from '#db/teams.ts';
import { findWorkspace, type WorkspaceRow } from '#db/workspace.ts';
import type { PersonId, TeamId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { meetingsResting } from './hand-over-meetings.ts';
import { requireAdministrator } from './require-administrator.ts';

type Listed = PersonRow & { hasPassword: boolean };

export async function readWorkspace(app: App, person: SignedIn): Promise<WorkspaceRow> {
  requireAdministrator(person);
  const workspace = await findWorkspace(app.db);
  if (!workspace) throw notFound();
  return workspace;
}

export async function readPeople(
  app: App,
  person: SignedIn,
): Promise<{ people: Listed[]; teams: { id: TeamId; name: string }[]; members: TeamMember[] }> {
  requireAdministrator(person);
  return {
    people: await listPeople(app.db),
    teams: await listTeams(app.db),
    members: await listTeamMembers(app.db),
  };
}

/** One person with what deactivating them would leave behind: counts of reviews and meetings to come, no names. */
export async function readPerson(
  app: App,
  person: SignedIn,
  id: PersonId,
): Promise<{ found: PersonRow; teams: TeamId[]; resting: { reviews: number; meetings: number } }> {
  requireAdministrator(person);
  const found = await findPerson(app.db, id);
  if (!found) throw notFound();
  return {
    found,
    teams: await listTeamsOf(app.db, id),
    resting: {
      reviews: (await listReviewsResting(app.db, id)).length,
      meetings: (await meetingsResting(app.db, app, id)).alone.length,
    },
  };
}
