import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { MeetingKind, MeetingPhase } from '#domain/meeting/meeting.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A review's meetings as far as soak, state and lists ask. */
export interface ReviewMeeting {
  id: MeetingId;
  kind: MeetingKind;
  phase: MeetingPhase;
  title: string;
  startsAt: Date;
  zone: string;
  minutes: number;
  callLink: string;
  startedAt: Date | null;
  endedAt: Date | null;
}

/** In the order of their planned starts. */
export const listReviewMeetings = async (db: Database, review: ReviewId): Promise<ReviewMeeting[]> =>
  selectMeetings(db).where('review_id', '=', review).execute();

/** The same for several reviews at once, each with its review. */
export const listMeetingsOfReviews = async (
  db: Database,
  reviews: readonly ReviewId[],
): Promise<(ReviewMeeting & { review: ReviewId; rev: number })[]> =>
  reviews.length === 0
    ? []
    : selectMeetings(db)
        .select(['review_id as review', 'rev'])
        .where('review_id', 'in', [...reviews])
        .execute();

const selectMeetings = (db: Database) =>
  db
    .selectFrom('meetings')
    .select([
      'id',
      'kind',
      'phase',
      'title',
      'starts_at as startsAt',
      'zone',
      'minutes',
      'call_link as callLink',
      'started_at as startedAt',
      'ended_at as endedAt',
    ])
    .orderBy('starts_at')
    .orderBy('id');

/** S4: a meeting that has not started stands at another time; its lobby, if open, closes until then. Raises `rev`, so that open rooms see it. */
export const moveMeeting = async (
  db: Database,
  meeting: MeetingId,
  to: { startsAt: Date; localTime: string },
): Promise<void> => {
  await db
    .updateTable('meetings')
    .set((row) => ({
      starts_at: to.startsAt,
      local_time: to.localTime,
      phase: 'planned',
      rev: row('rev', '+', 1),
    }))
    .where('id', '=', meeting)
    .where('phase', 'in', ['planned', 'lobby'])
    .execute();
};

/** Who facilitates and who is invited, in their order, by name. */
export const listMeetingPeople = async (
  db: Database,
  meeting: MeetingId,
): Promise<{ id: PersonId; name: string; role: 'facilitator' | 'invited' }[]> =>
  db
    .selectFrom('meeting_people')
    .innerJoin('people', 'people.id', 'meeting_people.person_id')
    .select(['people.id', 'people.name', 'meeting_people.role'])
    .where('meeting_id', '=', meeting)
    .orderBy('meeting_people.role')
    .orderBy('position')
    .orderBy('people.name')
    .execute();

/** Which review a meeting belongs to. */
export const findMeetingReview = async (db: Database, meeting: MeetingId): Promise<ReviewId | null> =>
  (await db.selectFrom('meetings').select('review_id').where('id', '=', meeting).executeTakeFirst())
    ?.review_id ?? null;
