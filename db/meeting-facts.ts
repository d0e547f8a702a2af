import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { ReviewAccess } from '#domain/permissions.ts';
import { meetingOf } from './meeting-rows.ts';
import { asPlanned, plannedRows } from './meetings.ts';
import { accessRows, asAccess } from './review-access.ts';
import { asReview, REVIEW_COLUMNS, type ReviewRow } from './reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface MeetingFacts {
  meeting: Meeting;
  review: ReviewRow;
  access: ReviewAccess;
}

/** A meeting, its review and who may do what with it, at one moment and in one statement: every press in a room begins with it. */
export async function findMeetingFacts(db: Database, id: MeetingId): Promise<MeetingFacts | null> {
  // not by its own name: the queries within have a table of meetings of their own
  const reviewId = sql.ref<ReviewId>('asked.review_id');
  const row = await db
    .selectFrom('meetings as asked')
    .selectAll('asked')
    .select([
      jsonArrayFrom(plannedRows(db, id)).as('planned'),
      jsonArrayFrom(accessRows(db, reviewId)).as('access'),
      jsonObjectFrom(db.selectFrom('reviews').select(REVIEW_COLUMNS).where('reviews.id', '=', reviewId)).as(
        'review',
      ),
    ])
    .where('asked.id', '=', id)
    .executeTakeFirst();
  if (!row?.review) return null;
  const review = asReview(row.review);
  return { meeting: meetingOf(row, asPlanned(row.planned)), review, access: asAccess(review, row.access) };
}
