import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** N1: whom each meeting names, once: who facilitates it, is invited, or tells a part of it. */
export const namedInMeetings = (db: Database) =>
  db
    .selectFrom('meeting_people')
    .select(['meeting_id', 'person_id'])
    .union(
      db
        .selectFrom('meeting_stages')
        .select(['meeting_id', 'teller_id as person_id'])
        .where('teller_id', 'is not', null)
        .$narrowType<{ person_id: PersonId }>(),
    );

/** The meetings that name this person, as part of a larger reading. */
export const meetingsNaming = (db: Database, person: PersonId) =>
  db
    .selectFrom(namedInMeetings(db).as('named'))
    .select('named.meeting_id')
    .where('named.person_id', '=', person);
