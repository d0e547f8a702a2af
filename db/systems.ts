import type { Kysely } from 'kysely';
import type { PersonId, SystemId, TeamId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface SystemRow {
  id: SystemId;
  name: string;
  team: TeamId | null;
  teamName: string | null;
  retiredAt: Date | null;
}

const systems = (db: Database) =>
  db
    .selectFrom('systems')
    .leftJoin('teams', 'teams.id', 'systems.team_id')
    .select([
      'systems.id',
      'systems.name',
      'systems.team_id as team',
      'teams.name as teamName',
      'systems.retired_at as retiredAt',
    ]);

/** All of them by name, retired ones too: a finding may still name one. */
export const listSystems = (db: Database): Promise<SystemRow[]> =>
  systems(db).orderBy('systems.name').execute();

export const findSystem = async (db: Database, id: SystemId): Promise<SystemRow | null> =>
  (await systems(db).where('systems.id', '=', id).executeTakeFirst()) ?? null;

/** Throws a unique violation of `systems_name_key` where the name is taken. */
export const insertSystem = (
  db: Database,
  row: { id: SystemId; name: string; team: TeamId | null; at: Date },
) =>
  db
    .insertInto('systems')
    .values({ id: row.id, name: row.name, team_id: row.team, created_at: row.at })
    .execute();

/** Throws a unique violation of `systems_name_key` where the name is taken. */
export const updateSystem = (db: Database, id: SystemId, facts: { name: string; team: TeamId | null }) =>
  db.updateTable('systems').set({ name: facts.name, team_id: facts.team }).where('id', '=', id).execute();

/** @param at null brings it back into use */
export const setSystemRetired = (db: Database, id: SystemId, at: Date | null) =>
  db.updateTable('systems').set({ retired_at: at }).where('id', '=', id).execute();

/** Active members of the teams that own these systems, those who lead first, then by name. */
export const listSystemOwners = async (
  db: Database,
  ids: readonly SystemId[],
): Promise<{ system: SystemId; team: TeamId; person: PersonId; leads: boolean }[]> => {
  if (ids.length === 0) return [];
  return db
    .selectFrom('systems')
    .innerJoin('team_members', 'team_members.team_id', 'systems.team_id')
    .innerJoin('people', 'people.id', 'team_members.person_id')
    .select([
      'systems.id as system',
      'team_members.team_id as team',
      'team_members.person_id as person',
      'team_members.leads',
    ])
    .where('systems.id', 'in', [...ids])
    .where('people.deactivated_at', 'is', null)
    .orderBy('team_members.leads', 'desc')
    .orderBy('people.name')
    .execute();
};
