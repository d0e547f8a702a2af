import type { Kysely } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** S5: a soak that was opened before its end, with its reason, for good. */
export interface EarlyOpening {
  id: string;
  at: Date;
  by: PersonId;
  byName: string;
  reason: string;
  wouldEndAt: Date;
  zone: string;
}

/** The first one first. */
export const listEarlyOpenings = (db: Database, review: ReviewId): Promise<EarlyOpening[]> =>
  db
    .selectFrom('early_openings')
    .innerJoin('people', 'people.id', 'opened_by')
    .select([
      'early_openings.id',
      'opened_at as at',
      'opened_by as by',
      'people.name as byName',
      'reason',
      'would_end_at as wouldEndAt',
      'early_openings.zone',
    ])
    .where('review_id', '=', review)
    .orderBy('opened_at')
    .execute();

export const insertEarlyOpening = async (
  db: Database,
  review: ReviewId,
  opening: Omit<EarlyOpening, 'byName'>,
): Promise<void> => {
  await db
    .insertInto('early_openings')
    .values({
      id: opening.id,
      review_id: review,
      opened_at: opening.at,
      opened_by: opening.by,
      reason: opening.reason,
      would_end_at: opening.wouldEndAt,
      zone: opening.zone,
    })
    .execute();
};

/** Facilitators of the review's review meetings, with whether each still has an account in use. */
export const listReviewFacilitators = async (
  db: Database,
  review: ReviewId,
): Promise<{ id: PersonId; active: boolean }[]> => {
  const rows = await db
    .selectFrom('meeting_people')
    .innerJoin('meetings', 'meetings.id', 'meeting_people.meeting_id')
    .innerJoin('people', 'people.id', 'meeting_people.person_id')
    .select(['people.id', 'people.deactivated_at'])
    .distinct()
    .where('meetings.review_id', '=', review)
    .where('meetings.kind', '=', 'review')
    .where('meetings.phase', '<>', 'cancelled')
    .where('meeting_people.role', '=', 'facilitator')
    .execute();
  return rows.map(({ id, deactivated_at }) => ({ id, active: deactivated_at === null }));
};
