import type { Kysely } from 'kysely';
import type { PersonId, TeamId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

/** What forms offer to choose from: teams and active people, by name. */
export const listTeamChoices = (db: Kysely<Schema>): Promise<{ id: TeamId; name: string }[]> =>
  db.selectFrom('teams').select(['id', 'name']).orderBy('name').execute();

export const listPersonChoices = (
  db: Kysely<Schema>,
): Promise<{ id: PersonId; name: string; title: string; faceLetters: string; faceHue: number }[]> =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'title', 'face_letters as faceLetters', 'face_hue as faceHue'])
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .execute();

/** Of these people, who is on one of these teams, and who leads one. */
export async function listTeamTies(
  db: Kysely<Schema>,
  people: readonly PersonId[],
  teams: readonly TeamId[],
): Promise<{ person_id: PersonId; leads: boolean }[]> {
  if (people.length === 0 || teams.length === 0) return [];
  return db
    .selectFrom('team_members')
    .select(['person_id', 'leads'])
    .where('person_id', 'in', people)
    .where('team_id', 'in', teams)
    .execute();
}
