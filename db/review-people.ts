import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId, TeamId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface ReviewPerson {
  person_id: PersonId;
  role: 'analyst' | 'writer' | 'reader';
  was_involved: boolean;
  leads_involved: boolean;
}

export const listReviewPeople = (db: Database, id: ReviewId): Promise<(ReviewPerson & { name: string })[]> =>
  db
    .selectFrom('review_people')
    .innerJoin('people', 'people.id', 'review_people.person_id')
    .select(['person_id', 'review_people.role', 'was_involved', 'leads_involved', 'people.name'])
    .where('review_id', '=', id)
    .orderBy('people.name')
    .execute();

/** Analysts who are not deactivated. */
export const listActiveAnalysts = async (db: Database, id: ReviewId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('review_people')
      .innerJoin('people', 'people.id', 'review_people.person_id')
      .select('person_id')
      .where('review_id', '=', id)
      .where('review_people.role', '=', 'analyst')
      .where('people.deactivated_at', 'is', null)
      .execute()
  ).map((row) => row.person_id);

/** Named by hand; who had read it by an invitation alone keeps it from now on, whatever becomes of that. */
export const putReviewPerson = (db: Database, id: ReviewId, person: ReviewPerson) =>
  db
    .insertInto('review_people')
    .values({ review_id: id, ...person })
    .onConflict((conflict) =>
      conflict.columns(['review_id', 'person_id', 'role']).doUpdateSet({
        was_involved: person.was_involved,
        leads_involved: person.leads_involved,
        invited_to: null,
      }),
    )
    .execute();

/** Reads it from now on because of this invitation; who reads it already is left as they are. */
export const putInvitedReader = (db: Database, id: ReviewId, person: PersonId, meeting: MeetingId) =>
  db
    .insertInto('review_people')
    .values({ review_id: id, person_id: person, role: 'reader', invited_to: meeting })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Who reads this review because they were invited to this meeting, and for no other reason. */
export const listReadersInvitedTo = async (db: Database, meeting: MeetingId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('review_people')
      .select('person_id')
      .where('invited_to', '=', meeting)
      .where('role', '=', 'reader')
      .execute()
  ).map((row) => row.person_id);

/** Their reading rests on another meeting's invitation from now on. */
export const moveInvitedReader = (db: Database, from: MeetingId, person: PersonId, to: MeetingId) =>
  db
    .updateTable('review_people')
    .set({ invited_to: to })
    .where('invited_to', '=', from)
    .where('person_id', '=', person)
    .execute();

export const dropReviewPerson = (db: Database, id: ReviewId, person: PersonId, role: ReviewPerson['role']) =>
  db
    .deleteFrom('review_people')
    .where('review_id', '=', id)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .execute();

export const listReviewTeams = (db: Database, id: ReviewId): Promise<{ id: TeamId; name: string }[]> =>
  db
    .selectFrom('review_teams')
    .innerJoin('teams', 'teams.id', 'review_teams.team_id')
    .select(['teams.id', 'teams.name'])
    .where('review_id', '=', id)
    .orderBy('teams.name')
    .execute();

export async function setReviewTeams(db: Database, id: ReviewId, teams: readonly TeamId[]) {
  await db.deleteFrom('review_teams').where('review_id', '=', id).execute();
  if (teams.length === 0) return;
  await db
    .insertInto('review_teams')
    .values(teams.map((team_id) => ({ review_id: id, team_id })))
    .execute();
}
