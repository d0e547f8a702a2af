import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Reviews, binned ones too, that would be left without an active analyst if this person went (P8). */
export const listReviewsResting = async (db: Database, person: PersonId): Promise<ReviewId[]> => {
  const rows = await db
    .selectFrom('review_people as own')
    .select('own.review_id')
    .where('own.person_id', '=', person)
    .where('own.role', '=', 'analyst')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('review_people as other')
            .innerJoin('people', 'people.id', 'other.person_id')
            .select('other.person_id')
            .whereRef('other.review_id', '=', 'own.review_id')
            .where('other.role', '=', 'analyst')
            .where('other.person_id', '!=', person)
            .where('people.deactivated_at', 'is', null),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.review_id);
};

export const addAnalyst = async (
  db: Database,
  reviews: readonly ReviewId[],
  person: PersonId,
): Promise<void> => {
  if (reviews.length === 0) return;
  await db
    .insertInto('review_people')
    .values(reviews.map((review) => ({ review_id: review, person_id: person, role: 'analyst' as const })))
    .onConflict((same) => same.doNothing())
    .execute();
};

/**
 * Meetings still to come or going on that this person facilitates (P8); `alone`: nobody else who is active does.
 * @param since those planned for before this and never begun are left as they are
 */
export const listMeetingsResting = async (
  db: Database,
  person: PersonId,
  since: Date,
): Promise<{ id: MeetingId; alone: boolean }[]> => {
  const rows = await db
    .selectFrom('meeting_people as own')
    .innerJoin('meetings', 'meetings.id', 'own.meeting_id')
    .select((row) => [
      'meetings.id',
      row
        .exists(
          row
            .selectFrom('meeting_people as other')
            .innerJoin('people', 'people.id', 'other.person_id')
            .select('other.person_id')
            .whereRef('other.meeting_id', '=', 'own.meeting_id')
            .where('other.role', '=', 'facilitator')
            .where('other.person_id', '!=', person)
            .where('people.deactivated_at', 'is', null),
        )
        .as('shared'),
    ])
    .where('own.person_id', '=', person)
    .where('own.role', '=', 'facilitator')
    .where((row) =>
      row.or([
        row('meetings.phase', 'in', ['live', 'paused']),
        row.and([row('meetings.phase', 'in', ['planned', 'lobby']), row('meetings.starts_at', '>', since)]),
      ]),
    )
    .orderBy('meetings.id')
    .execute();
  return rows.map(({ id, shared }) => ({ id, alone: !shared }));
};
