import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
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

/** Whether this meeting names this person. As an array made once: a joined union took the embedded database four times as long. */
export const namesPerson = (meeting: Expression<MeetingId>, person: PersonId) =>
  sql<SqlBool>`${meeting} = any (array(
    select meeting_id from meeting_people where person_id = ${person}
    union all select meeting_id from meeting_stages where teller_id = ${person}))`;
