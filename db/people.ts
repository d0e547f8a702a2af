import type { Kysely } from 'kysely';
import type { PersonId, TeamId } from '#domain/ids.ts';
import type { PeopleTable, Schema } from './schema.ts';

type Database = Kysely<Schema>;
type Role = PeopleTable['role'];

/** A person as lists show them; never the password's hash. */
export interface PersonRow {
  id: PersonId;
  email: string | null;
  name: string;
  zone: string | null;
  face_letters: string;
  face_hue: number;
  role: Role;
  started_on: string | null;
  deactivated_at: Date | null;
}

const COLUMNS = [
  'id',
  'email',
  'name',
  'zone',
  'face_letters',
  'face_hue',
  'role',
  'started_on',
  'deactivated_at',
] as const;

export interface NewPerson {
  id: PersonId;
  email: string;
  name: string;
  zone: string | null;
  faceLetters: string;
  faceHue: number;
  role: Role;
  startedOn: string | null;
  passwordHash: string | null;
  createdAt: Date;
}

/** Throws a unique violation of `people_email_key` where the address is somebody's already. */
export const insertPerson = (db: Database, person: NewPerson) =>
  db
    .insertInto('people')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      zone: person.zone,
      face_letters: person.faceLetters,
      face_hue: person.faceHue,
      role: person.role,
      started_on: person.startedOn,
      password_hash: person.passwordHash,
      deactivated_at: null,
      created_at: person.createdAt,
    })
    .execute();

/** Somebody with an account; a guest is not found. */
export const findPerson = async (db: Database, id: PersonId): Promise<PersonRow | null> =>
  (await db
    .selectFrom('people')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('guest', '=', false)
    .executeTakeFirst()) ?? null;

/** What signing in asks. @param email lower case */
export const findCredentials = async (
  db: Database,
  email: string,
): Promise<{ id: PersonId; passwordHash: string | null; active: boolean } | null> => {
  const row = await db
    .selectFrom('people')
    .select(['id', 'password_hash', 'deactivated_at'])
    .where('email', '=', email)
    .executeTakeFirst();
  return row ? { id: row.id, passwordHash: row.password_hash, active: row.deactivated_at === null } : null;
};

export const findPasswordHash = async (db: Database, id: PersonId): Promise<string | null> =>
  (await db.selectFrom('people').select('password_hash').where('id', '=', id).executeTakeFirst())
    ?.password_hash ?? null;

/** By name; the deactivated ones last. Guests have no account and are not among them. */
export const listPeople = (db: Database): Promise<(PersonRow & { hasPassword: boolean })[]> =>
  db
    .selectFrom('people')
    .select(COLUMNS)
    .select((row) => row('password_hash', 'is not', null).$castTo<boolean>().as('hasPassword'))
    .where('guest', '=', false)
    // who has been erased is nobody's to list (P12)
    .where('email', 'is not', null)
    .orderBy((row) => row('deactivated_at', 'is not', null))
    .orderBy('name')
    .execute();

export interface PersonChange {
  name?: string;
  email?: string;
  zone?: string;
  face_letters?: string;
  face_hue?: number;
  role?: Role;
  started_on?: string | null;
  password_hash?: string;
  deactivated_at?: Date | null;
}

export const updatePerson = (db: Database, id: PersonId, change: PersonChange) =>
  db.updateTable('people').set(change).where('id', '=', id).execute();

/** The active administrators, held until the transaction's end, so that two of them cannot leave at once (P8). */
export const holdAdministrators = (db: Database): Promise<{ id: PersonId; email: string | null }[]> =>
  db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('role', '=', 'administrator')
    .where('deactivated_at', 'is', null)
    .orderBy('created_at')
    .forUpdate()
    .execute();

export const countPeople = async (db: Database): Promise<number> =>
  (
    await db
      .selectFrom('people')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('guest', '=', false)
      .executeTakeFirstOrThrow()
  ).count;

/** The teams somebody is on. */
export const setTeamsOf = async (db: Database, person: PersonId, teams: readonly TeamId[]): Promise<void> => {
  await db
    .deleteFrom('team_members')
    .where('person_id', '=', person)
    .$if(teams.length > 0, (rest) => rest.where('team_id', 'not in', [...teams]))
    .execute();
  if (teams.length === 0) return;
  await db
    .insertInto('team_members')
    .values(teams.map((team) => ({ team_id: team, person_id: person })))
    .onConflict((same) => same.doNothing())
    .execute();
};

/** Names of these people, by id; whoever is not here any more is not in it. */
export const listNames = async (
  db: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
