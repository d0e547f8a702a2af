import type { Insertable, Kysely } from 'kysely';
import type { PersonId, TeamId } from '#domain/ids.ts';
import type { NewPerson } from './people.ts';
import type { OneTimeLinksTable, Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Adds people all at once; whose address is here already is passed over. @returns who was added */
export const insertPeople = async (db: Database, people: readonly NewPerson[]): Promise<PersonId[]> =>
  people.length === 0
    ? []
    : (
        await db
          .insertInto('people')
          .values(
            people.map((person) => ({
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
            })),
          )
          .onConflict((same) => same.column('email').doNothing())
          .returning('id')
          .execute()
      ).map(({ id }) => id);

/** Makes the teams whose names are not taken. */
export const insertTeams = async (
  db: Database,
  teams: readonly { id: TeamId; name: string }[],
): Promise<void> => {
  if (teams.length === 0) return;
  await db
    .insertInto('teams')
    .values([...teams])
    .onConflict((same) => same.column('name').doNothing())
    .execute();
};

export const insertMembers = async (
  db: Database,
  members: readonly { team: TeamId; person: PersonId }[],
): Promise<void> => {
  if (members.length === 0) return;
  await db
    .insertInto('team_members')
    .values(members.map(({ team, person }) => ({ team_id: team, person_id: person })))
    .onConflict((same) => same.doNothing())
    .execute();
};

export const insertLinks = async (db: Database, links: readonly OneTimeLinksTable[]): Promise<void> => {
  if (links.length > 0)
    await db
      .insertInto('one_time_links')
      .values([...links])
      .execute();
};

/** Of these, whoever has never come in and may; locked, so that nobody comes in meanwhile. */
export const lockWaiting = (
  db: Database,
  emails: readonly string[],
): Promise<{ id: PersonId; name: string; email: string | null }[]> =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('email', 'in', [...emails])
    .where('guest', '=', false)
    .where('password_hash', 'is', null)
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .forUpdate()
    .execute();

/** Newer links make their older ones void. */
export const deleteUnusedJoinLinks = async (db: Database, people: readonly PersonId[]): Promise<void> => {
  if (people.length > 0)
    await db
      .deleteFrom('one_time_links')
      .where('used_at', 'is', null)
      .where('purpose', '=', 'join')
      .where('person_id', 'in', [...people])
      .execute();
};

/** One entry for each, as inviting, or making a link, one by one leaves them. */
export const recordEach = async (
  db: Database,
  at: Date,
  { by, action, people }: { by: PersonId; action: string; people: readonly PersonId[] },
): Promise<void> => {
  const rows: Insertable<Schema['audit']>[] = people.map((person) => ({
    at,
    person_id: by,
    action,
    about: JSON.stringify({ person }),
  }));
  if (rows.length > 0) await db.insertInto('audit').values(rows).execute();
};
