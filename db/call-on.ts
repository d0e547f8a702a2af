import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { CallOn } from '#domain/meeting/call-on.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

interface Own {
  meeting: MeetingId;
  person: PersonId;
}

export const findCallOn = async (db: Database, { meeting, person }: Own): Promise<CallOn | null> =>
  (
    await db
      .selectFrom('call_on_answers')
      .select('answer')
      .where('meeting_id', '=', meeting)
      .where('person_id', '=', person)
      .executeTakeFirst()
  )?.answer ?? null;

/** What this person answered for these meetings; nothing for those without an answer. */
export async function findOwnCallOn(
  db: Database,
  person: PersonId,
  meetings: readonly MeetingId[],
): Promise<Map<MeetingId, CallOn>> {
  if (meetings.length === 0) return new Map();
  const rows = await db
    .selectFrom('call_on_answers')
    .select(['meeting_id', 'answer'])
    .where('person_id', '=', person)
    .where('meeting_id', 'in', meetings)
    .execute();
  return new Map(rows.map(({ meeting_id, answer }) => [meeting_id, answer]));
}

/** Null takes it back: then nothing is kept. */
export async function saveCallOn(db: Database, own: Own, answer: CallOn | null): Promise<void> {
  const { meeting: meeting_id, person: person_id } = own;
  if (answer === null)
    await db
      .deleteFrom('call_on_answers')
      .where('meeting_id', '=', meeting_id)
      .where('person_id', '=', person_id)
      .execute();
  else
    await db
      .insertInto('call_on_answers')
      .values({ meeting_id, person_id, answer })
      .onConflict((same) => same.columns(['meeting_id', 'person_id']).doUpdateSet({ answer }))
      .execute();
}

/** What active people answered, by name; nobody who has not. */
export const listCallOn = (
  db: Database,
  meeting: MeetingId,
): Promise<{ id: PersonId; name: string; answer: CallOn }[]> =>
  db
    .selectFrom('call_on_answers')
    .innerJoin('people', 'people.id', 'call_on_answers.person_id')
    .select(['people.id as id', 'people.name as name', 'answer'])
    .where('meeting_id', '=', meeting)
    .where('people.deactivated_at', 'is', null)
    .orderBy('people.name')
    .execute();
