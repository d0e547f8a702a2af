import { type Expression, type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { ReviewAccess } from '#domain/permissions.ts';
import type { ReviewPerson } from './review-people.ts';
import type { ReviewRow } from './reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** The facts that decide who may do what with one review, in one question: every page and every command begins with it. */
export const accessOf = async (db: Database, review: ReviewRow): Promise<ReviewAccess> =>
  asAccess(
    review,
    await peopleOf(db, review.id)
      .unionAll(facilitatorsOf(db, review.id))
      .$if(review.room_may_write, (query) => query.unionAll(inLiveRooms(db, review.id)))
      .execute(),
  );

/** The same rows as part of a larger reading, where the review is not known yet. @param id names it there */
export const accessRows = (db: Database, id: Expression<ReviewId>) =>
  peopleOf(db, id)
    .unionAll(facilitatorsOf(db, id))
    .unionAll(
      inLiveRooms(db, id).where((is) =>
        is.exists(
          is
            .selectFrom('reviews')
            .select('reviews.id')
            .where('reviews.id', '=', id)
            .where('room_may_write', '=', true),
        ),
      ),
    );

export function asAccess(
  review: ReviewRow,
  people: readonly { person_id: PersonId; role: Role }[],
): ReviewAccess {
  const inRole = (role: Role) =>
    people.filter((person) => person.role === role).map((person) => person.person_id);
  return {
    privacy: review.privacy,
    published: review.published_at !== null,
    deleted: review.deleted_at !== null,
    commentsOpen: review.comments_open,
    analysts: inRole('analyst'),
    writers: inRole('writer'),
    readers: inRole('reader'),
    facilitators: inRole('facilitator'),
    roomWriters: inRole('in a live room'),
  };
}

type Id = ReviewId | Expression<ReviewId>;
type Role = ReviewPerson['role'] | 'facilitator' | 'in a live room';

const peopleOf = (db: Database, id: Id) =>
  db
    .selectFrom('review_people')
    .select(['person_id', sql<Role>`role`.as('role')])
    .where('review_id', '=', id);

const facilitatorsOf = (db: Database, id: Id) =>
  db
    .selectFrom('meeting_people')
    .innerJoin('meetings', 'meetings.id', 'meeting_people.meeting_id')
    .select(['person_id', sql<Role>`'facilitator'`.as('role')])
    .distinct()
    .where('review_id', '=', id)
    .where('role', '=', 'facilitator')
    .where('phase', '!=', 'cancelled');

/** Who has been seen in the room of a meeting of this review that is live now (P4). */
const inLiveRooms = (db: Database, id: Id) =>
  db
    .selectFrom('meeting_seen')
    .innerJoin('meetings', 'meetings.id', 'meeting_seen.meeting_id')
    .select(['person_id', sql<Role>`'in a live room'`.as('role')])
    .distinct()
    .where('review_id', '=', id)
    .where('phase', 'in', ['live', 'paused']);
