import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

export interface NamedInMeeting {
  person: PersonId;
  name: string;
  meeting: MeetingId;
}

/** Everybody with an account in use who is invited to a meeting of this review that is not over, or tells a part of it; each once. */
export const listNamedInMeetingsAhead = async (
  db: Kysely<Schema>,
  review: ReviewId,
): Promise<NamedInMeeting[]> => {
  const ahead = db
    .selectFrom('meetings')
    .select('id')
    .where('review_id', '=', review)
    .where('phase', 'not in', ['ended', 'cancelled']);
  const named = db
    .selectFrom('meeting_people')
    .select(['meeting_id', 'person_id'])
    .where('role', '=', 'invited')
    .where('meeting_id', 'in', ahead)
    .union(
      db
        .selectFrom('meeting_stages')
        .select(['meeting_id', 'teller_id as person_id'])
        .where('teller_id', 'is not', null)
        .where('meeting_id', 'in', ahead)
        .$narrowType<{ person_id: PersonId }>(),
    );
  return db
    .selectFrom(named.as('named'))
    .innerJoin('people', 'people.id', 'named.person_id')
    .where('deactivated_at', 'is', null)
    .distinctOn('people.id')
    .select(['people.id as person', 'people.name', 'named.meeting_id as meeting'])
    .orderBy('people.id')
    .execute();
};
