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

/** One entry for each, as inviting one by one leaves them. */
export const recordAdded = async (
  db: Database,
  at: Date,
  by: PersonId,
  people: readonly PersonId[],
): Promise<void> => {
  const rows: Insertable<Schema['audit']>[] = people.map((person) => ({
    at,
    person_id: by,
    action: 'added a person',
    about: JSON.stringify({ person }),
  }));
  if (rows.length > 0) await db.insertInto('audit').values(rows).execute();
};
