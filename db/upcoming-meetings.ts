import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { MeetingKind, MeetingPhase } from '#domain/meeting/meeting.ts';
import { namesPerson } from './named-in-meetings.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface UpcomingMeeting {
  id: MeetingId;
  review: ReviewId;
  reviewTitle: string;
  kind: MeetingKind;
  phase: MeetingPhase;
  startsAt: Date;
  zone: string;
  minutes: number;
  /** The asking person's part in it; null where they are not named and simply welcome. */
  role: 'facilitator' | 'invited' | null;
  facilitators: string[];
}

/**
 * Meetings not over yet, soonest first: review meetings of every review the person may read, since coming is anybody's choice,
 * and action sessions they are named in.
 * @param since planned ones that should have begun before this are left out
 */
export const listUpcomingMeetings = async (
  db: Database,
  person: PersonId,
  since: Date,
): Promise<UpcomingMeeting[]> => {
  const rows = await readableReviews(db, person)
    .innerJoin('meetings', 'meetings.review_id', 'reviews.id')
    .leftJoin('meeting_people as mine', (join) =>
      join.onRef('mine.meeting_id', '=', 'meetings.id').on('mine.person_id', '=', person),
    )
    .select([
      'meetings.id',
      'reviews.id as review',
      'reviews.title as reviewTitle',
      'meetings.kind',
      'meetings.phase',
      'meetings.starts_at as startsAt',
      'meetings.zone',
      'meetings.minutes',
      'mine.role',
    ])
    .where((where) =>
      where.or([
        where('meetings.phase', 'in', ['live', 'paused']),
        where.and([
          where('meetings.phase', 'in', ['planned', 'lobby']),
          where('meetings.starts_at', '>', since),
        ]),
      ]),
    )
    .where((where) =>
      where.or([where('meetings.kind', '=', 'review'), namesPerson(where.ref('meetings.id'), person)]),
    )
    .orderBy('meetings.starts_at')
    .orderBy('meetings.id')
    .orderBy('mine.role')
    .limit(24)
    .execute();
  const once = rows.filter((row, place) => rows[place - 1]?.id !== row.id);
  const names = await facilitatorNames(
    db,
    once.map(({ id }) => id),
  );
  return once.map((row) => ({
    ...row,
    facilitators: names.filter(({ meeting }) => meeting === row.id).map(({ name }) => name),
  }));
};

const facilitatorNames = async (
  db: Database,
  meetings: readonly MeetingId[],
): Promise<{ meeting: MeetingId; name: string }[]> =>
  meetings.length === 0
    ? []
    : db
        .selectFrom('meeting_people')
        .innerJoin('people', 'people.id', 'meeting_people.person_id')
        .select(['meeting_id as meeting', 'people.name'])
        .where('meeting_id', 'in', [...meetings])
        .where('meeting_people.role', '=', 'facilitator')
        .orderBy('position')
        .execute();
