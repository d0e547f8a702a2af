import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { LookBack } from '#domain/meeting/around/look-back.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Its writer's alone: every question here names them. */
interface Own {
  meeting: MeetingId;
  person: PersonId;
}

export const findLookBack = async (db: Database, { meeting, person }: Own): Promise<LookBack | null> =>
  (await db
    .selectFrom('look_backs')
    .select(['helped', 'change'])
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .executeTakeFirst()) ?? null;

export async function saveLookBack(
  db: Database,
  { meeting, person }: Own,
  words: LookBack | null,
): Promise<void> {
  if (words === null) {
    await db
      .deleteFrom('look_backs')
      .where('meeting_id', '=', meeting)
      .where('person_id', '=', person)
      .execute();
    return;
  }
  await db
    .insertInto('look_backs')
    .values({ meeting_id: meeting, person_id: person, ...words })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doUpdateSet(words))
    .execute();
}

/** What they wanted to change the next time, from the last meeting they led before this one; '' where there is none. */
export const findWantedChange = async (db: Database, { meeting, person }: Own): Promise<string> =>
  (
    await db
      .selectFrom('look_backs')
      .innerJoin('meetings', 'meetings.id', 'look_backs.meeting_id')
      .select('change')
      .where('person_id', '=', person)
      .where('meeting_id', '!=', meeting)
      .where('change', '!=', '')
      .where('ended_at', 'is not', null)
      .orderBy('ended_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.change ?? '';
