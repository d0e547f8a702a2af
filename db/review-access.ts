import type { Kysely } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { ReviewAccess } from '#domain/permissions.ts';
import type { ReviewPerson } from './review-people.ts';
import type { ReviewRow } from './reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** The facts that decide who may do what with one review. */
export async function accessOf(db: Database, review: ReviewRow): Promise<ReviewAccess> {
  const people = await db
    .selectFrom('review_people')
    .select(['person_id', 'role'])
    .where('review_id', '=', review.id)
    .execute();
  const inRole = (role: ReviewPerson['role']) =>
    people.filter((person) => person.role === role).map((person) => person.person_id);
  return {
    privacy: review.privacy,
    published: review.published_at !== null,
    deleted: review.deleted_at !== null,
    commentsOpen: review.comments_open,
    analysts: inRole('analyst'),
    writers: inRole('writer'),
    readers: inRole('reader'),
    facilitators: await listFacilitators(db, review.id),
    roomWriters: review.room_may_write ? await listInLiveRooms(db, review.id) : [],
  };
}

const listFacilitators = async (db: Database, id: ReviewId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('meeting_people')
      .innerJoin('meetings', 'meetings.id', 'meeting_people.meeting_id')
      .select('person_id')
      .distinct()
      .where('review_id', '=', id)
      .where('role', '=', 'facilitator')
      .where('phase', '!=', 'cancelled')
      .execute()
  ).map((row) => row.person_id);

/** Who has been seen in the room of a meeting of this review that is live now (P4). */
const listInLiveRooms = async (db: Database, id: ReviewId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('meeting_seen')
      .innerJoin('meetings', 'meetings.id', 'meeting_seen.meeting_id')
      .select('person_id')
      .distinct()
      .where('review_id', '=', id)
      .where('phase', 'in', ['live', 'paused'])
      .execute()
  ).map((row) => row.person_id);
