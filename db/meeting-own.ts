import type { InferResult, Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { instant, type Joined } from './joined.ts';
import { lockTable, rewriteTable } from './rewrite-table.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What one person has of their own in a meeting: attendance they stated, their notes, their last sight. Nobody else is given these. */
interface Own {
  meeting: MeetingId;
  person: PersonId;
}

export const findAttendance = async (db: Database, { meeting, person }: Own): Promise<Attendance | null> =>
  (await db
    .selectFrom('attendance')
    .select(['how', 'mode', 'named'])
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .executeTakeFirst()) ?? null;

/**
 * A2, A4: null takes it away for ever. A row that is deleted or written over would stay in the file with its person, so the file goes
 * with it; rows here are few and short. Where nothing was stated before nothing is rewritten.
 */
export async function stateAttendance(db: Database, own: Own, statement: Attendance | null): Promise<void> {
  if ((await findAttendance(db, own)) === null) {
    if (statement !== null) await saveAttendance(db, own, statement);
    return;
  }
  await db.transaction().execute(async (tx) => {
    await lockTable(tx, 'attendance');
    if (statement === null) await removeAttendance(tx, own);
    else await saveAttendance(tx, own, statement);
    await rewriteTable(tx, 'attendance');
  });
}

async function saveAttendance(db: Database, { meeting, person }: Own, statement: Attendance): Promise<void> {
  const stated = { ...statement, named: statement.named ?? false };
  await db
    .insertInto('attendance')
    .values({ meeting_id: meeting, person_id: person, ...stated })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doUpdateSet(stated))
    .execute();
}

const removeAttendance = (db: Database, { meeting, person }: Own) =>
  db.deleteFrom('attendance').where('meeting_id', '=', meeting).where('person_id', '=', person).execute();

export const findNote = async (db: Database, { meeting, person }: Own): Promise<string> =>
  (
    await db
      .selectFrom('meeting_notes')
      .select('words')
      .where('meeting_id', '=', meeting)
      .where('person_id', '=', person)
      .executeTakeFirst()
  )?.words ?? '';

export const saveNote = (db: Database, { meeting, person }: Own, words: string) =>
  db
    .insertInto('meeting_notes')
    .values({ meeting_id: meeting, person_id: person, words })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doUpdateSet({ words }))
    .execute();

/** M18: true when this is the first sight of them in this room; written only where the last one is older than `since`. */
export async function saveSeen(
  db: Database,
  { meeting, person }: Own,
  at: Date,
  since: Date,
): Promise<boolean> {
  const known = await db
    .selectFrom('meeting_seen')
    .select('seen_at')
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (known !== undefined && known.seen_at > since) return false;
  await db
    .insertInto('meeting_seen')
    .values({ meeting_id: meeting, person_id: person, seen_at: at })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doUpdateSet({ seen_at: at }))
    .execute();
  return known === undefined;
}

export const listSeen = async (
  db: Database,
  meeting: MeetingId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Date>> => {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('meeting_seen')
    .select(['person_id', 'seen_at'])
    .where('meeting_id', '=', meeting)
    .where('person_id', 'in', [...people])
    .execute();
  return new Map(rows.map(({ person_id, seen_at }) => [person_id, seen_at]));
};

/** Everyone ever seen in this room, with their last sight: for the rules of presence (M10, M14, M17), shown to nobody as it is. */
export const sightRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('meeting_seen')
    .select(['person_id', 'seen_at'])
    .where('meeting_id', '=', meeting)
    .orderBy('person_id');

export const asSights = (
  rows: readonly Joined<InferResult<ReturnType<typeof sightRows>>[number]>[],
): Map<PersonId, Date> => new Map(rows.map(({ person_id, seen_at }) => [person_id, instant(seen_at)]));

/** A2: who was in a room is nobody's to look up later. Rows of last sight go with meetings that ended, or were cancelled, before this. */
export const forgetSeen = (db: Database, endedBefore: Date) =>
  db
    .deleteFrom('meeting_seen')
    .where('meeting_id', 'in', (from) =>
      from
        .selectFrom('meetings')
        .select('id')
        .where((is) =>
          is.or([
            is.and([is('phase', '=', 'ended'), is('ended_at', '<', endedBefore)]),
            is('phase', '=', 'cancelled'),
          ]),
        ),
    )
    .execute();
