import { type Kysely, sql } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import { namedInMeetings } from './named-in-meetings.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface BusyTime {
  person: PersonId;
  from: Date;
  until: Date;
}

/**
 * When these people are named in a meeting that is still to come or running: only that they are, never in which (P2).
 * @param except a meeting that is being moved itself
 */
export const listBusyTimes = async (
  db: Database,
  people: readonly PersonId[],
  { from, until, except }: { from: Date; until: Date; except?: MeetingId | null },
): Promise<BusyTime[]> => {
  if (people.length === 0) return [];
  let query = db
    .selectFrom(namedInMeetings(db).as('named'))
    .innerJoin('meetings', 'meetings.id', 'named.meeting_id')
    .innerJoin('reviews', 'reviews.id', 'meetings.review_id')
    .select([
      'named.person_id as person',
      'meetings.starts_at as from',
      sql<Date>`meetings.starts_at + meetings.minutes * interval '1 minute'`.as('until'),
    ])
    .distinct()
    .where('named.person_id', 'in', [...people])
    .where('meetings.phase', 'in', ['planned', 'lobby', 'live', 'paused'])
    .where('reviews.deleted_at', 'is', null)
    .where('meetings.starts_at', '<', until)
    .where(sql<boolean>`meetings.starts_at + meetings.minutes * interval '1 minute' > ${from}`)
    .orderBy('meetings.starts_at');
  if (except) query = query.where('meetings.id', '<>', except);
  return query.execute();
};
