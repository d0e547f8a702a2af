import type { Kysely } from 'kysely';
import type { PersonId, TeamId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface TeamMember {
  team: TeamId;
  person: PersonId;
  name: string;
  leads: boolean;
}

export const listTeams = (db: Database): Promise<{ id: TeamId; name: string }[]> =>
  db.selectFrom('teams').select(['id', 'name']).orderBy('name').execute();

export const findTeam = async (db: Database, id: TeamId): Promise<{ id: TeamId; name: string } | null> =>
  (await db.selectFrom('teams').select(['id', 'name']).where('id', '=', id).executeTakeFirst()) ?? null;

/** The same, locked until the transaction ends. */
export const lockTeam = async (tx: Database, id: TeamId): Promise<{ id: TeamId; name: string } | null> =>
  (await tx.selectFrom('teams').select(['id', 'name']).where('id', '=', id).forUpdate().executeTakeFirst()) ??
  null;

/** Active members, those who lead first. */
export const listTeamMembers = (db: Database): Promise<TeamMember[]> =>
  db
    .selectFrom('team_members')
    .innerJoin('people', 'people.id', 'team_members.person_id')
    .select(['team_id as team', 'person_id as person', 'people.name as name', 'leads'])
    .where('people.deactivated_at', 'is', null)
    .orderBy('leads', 'desc')
    .orderBy('people.name')
    .execute();

/** Throws a unique violation of `teams_name_key` where the name is taken. */
export const insertTeam = (db: Database, team: { id: TeamId; name: string }) =>
  db.insertInto('teams').values(team).execute();

export const renameTeam = (db: Database, id: TeamId, name: string) =>
  db.updateTable('teams').set({ name }).where('id', '=', id).execute();

/** The teams somebody is on, also when deactivated. */
export const listTeamsOf = async (db: Database, person: PersonId): Promise<TeamId[]> => {
  const rows = await db
    .selectFrom('team_members')
    .select('team_id')
    .where('person_id', '=', person)
    .execute();
  return rows.map((row) => row.team_id);
};

/** Puts exactly these people on a team; whoever is deactivated stays on it as they were. */
export async function setTeamMembers(
  db: Database,
  team: TeamId,
  members: readonly { person: PersonId; leads: boolean }[],
): Promise<void> {
  const active = db.selectFrom('people').select('id').where('deactivated_at', 'is', null);
  await db.deleteFrom('team_members').where('team_id', '=', team).where('person_id', 'in', active).execute();
  if (members.length === 0) return;
  const rows = members.map(({ person, leads }) => ({ team_id: team, person_id: person, leads }));
  await db
    .insertInto('team_members')
    .values(rows)
    .onConflict((same) => same.doNothing())
    .execute();
}
