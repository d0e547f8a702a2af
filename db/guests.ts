import { type Kysely, sql } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface GuestRow {
  id: PersonId;
  name: string;
  faceLetters: string;
  faceHue: number;
  meeting: MeetingId;
  secretHash: Uint8Array;
}

export interface NewGuest extends GuestRow {
  token: string;
  at: Date;
}

/** A row among people, so that the room names them; never active. */
export async function insertGuest(tx: Database, guest: NewGuest): Promise<void> {
  await tx
    .insertInto('people')
    .values({
      id: guest.id,
      email: null,
      name: guest.name,
      zone: null,
      face_letters: guest.faceLetters,
      face_hue: guest.faceHue,
      role: 'member',
      started_on: null,
      password_hash: null,
      deactivated_at: guest.at,
      created_at: guest.at,
      guest: true,
    })
    .execute();
  await tx
    .insertInto('guests')
    .values({
      person_id: guest.id,
      meeting_id: guest.meeting,
      token_id: guest.token,
      secret_hash: guest.secretHash,
    })
    .execute();
}

export const findGuest = async (db: Database, token: string): Promise<GuestRow | null> =>
  (await guestRows(db).where('guests.token_id', '=', token).executeTakeFirst()) ?? null;

/** By name. */
export const listGuests = (db: Database, meeting: MeetingId): Promise<GuestRow[]> =>
  guestRows(db).where('guests.meeting_id', '=', meeting).orderBy('people.name').execute();

const guestRows = (db: Database) =>
  db
    .selectFrom('guests')
    .innerJoin('people', 'people.id', 'guests.person_id')
    .select([
      'people.id as id',
      'people.name as name',
      'people.face_letters as faceLetters',
      'people.face_hue as faceHue',
      'guests.meeting_id as meeting',
      'guests.secret_hash as secretHash',
    ]);

export const countGuests = async (db: Database, meeting: MeetingId): Promise<number> =>
  (
    await db
      .selectFrom('guests')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('meeting_id', '=', meeting)
      .executeTakeFirstOrThrow()
  ).count;

/** Their cookie opens nothing from now on. @param person one of them; null: all of the meeting's */
export const deleteGuests = (tx: Database, meeting: MeetingId, person: PersonId | null) =>
  tx
    .deleteFrom('guests')
    .where('meeting_id', '=', meeting)
    .$if(person !== null, (some) => some.where('person_id', '=', person as PersonId))
    .execute();

export const findCode = async (db: Database, meeting: MeetingId): Promise<string | null> =>
  (await db.selectFrom('meeting_codes').select('code').where('meeting_id', '=', meeting).executeTakeFirst())
    ?.code ?? null;

export const findMeetingByCode = async (db: Database, code: string): Promise<MeetingId | null> =>
  (await db.selectFrom('meeting_codes').select('meeting_id').where('code', '=', code).executeTakeFirst())
    ?.meeting_id ?? null;

/** The one before opens nothing from now on. Throws a unique violation where another meeting has this code. */
export const putCode = (tx: Database, meeting: MeetingId, code: string, by: PersonId) =>
  tx
    .insertInto('meeting_codes')
    .values({ meeting_id: meeting, code, made_by: by })
    .onConflict((same) => same.column('meeting_id').doUpdateSet({ code, made_by: by }))
    .execute();

export const deleteCode = (tx: Database, meeting: MeetingId) =>
  tx.deleteFrom('meeting_codes').where('meeting_id', '=', meeting).execute();

/** No code opens a meeting of this review from now on, and no guest is in one. */
export async function closeForGuests(tx: Database, review: ReviewId): Promise<void> {
  const its = tx.selectFrom('meetings').select('id').where('review_id', '=', review);
  await tx.deleteFrom('meeting_codes').where('meeting_id', 'in', its).execute();
  await tx.deleteFrom('guests').where('meeting_id', 'in', its).execute();
}

/** How a guest reads once they are gone (G1). */
export const GONE_GUEST = 'A guest';

/**
 * G1: guests of meetings that ended before this, or were cancelled, are gone, and so are their codes. Whose words stand in a record
 * stays in it as "A guest"; of the others nothing stays. @returns whether a way in ended with it
 */
export const forgetGuests = (db: Database, endedBefore: Date): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const over = tx
      .selectFrom('meetings')
      .select('id')
      .where((row) => row.or([row('phase', '=', 'cancelled'), row('ended_at', '<', endedBefore)]));
    await tx.deleteFrom('meeting_codes').where('meeting_id', 'in', over).execute();
    const ended = await tx.deleteFrom('guests').where('meeting_id', 'in', over).executeTakeFirst();
    await tx.deleteFrom('call_on_answers').where('meeting_id', 'in', over).execute();
    const gone = sql`guest and id not in (select person_id from guests)`;
    const named = sql`(
      select noted_by from captures where noted_by is not null union select for_person from captures where for_person is not null
      union select author_id from shown_texts where author_id is not null union select parked_by from parked
      union select author_id from silent_texts union select raised_by from queue_entries
      union select person_id from round_turns
    )`;
    // what they wrote and nobody was shown cannot be shown any more
    await tx
      .deleteFrom('silent_texts')
      .where('meeting_id', 'in', over)
      .where(sql<boolean>`author_id in (select id from people where ${gone})`)
      .execute();
    await sql`delete from people where ${gone} and id not in ${named}`.execute(tx);
    await sql`update people set name = ${GONE_GUEST}, face_letters = 'G' where ${gone} and name <> ${GONE_GUEST}`.execute(
      tx,
    );
    return ended.numDeletedRows > 0n;
  });
