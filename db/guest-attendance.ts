import type { Kysely } from 'kysely';
import type { MeetingId } from '#domain/ids.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;
type Stated = Pick<Attendance, 'how' | 'mode'>;

/** A9: what somebody without an account stated; known to whoever holds its id, in a cookie of one device. */
export const findGuestAttendance = async (
  db: Database,
  meeting: MeetingId,
  id: string,
): Promise<Stated | null> =>
  (await db
    .selectFrom('guest_attendance')
    .select(['how', 'mode'])
    .where('id', '=', id)
    .where('meeting_id', '=', meeting)
    .executeTakeFirst()) ?? null;

export const saveGuestAttendance = (db: Database, meeting: MeetingId, id: string, { how, mode }: Stated) =>
  db
    .insertInto('guest_attendance')
    .values({ id, meeting_id: meeting, how, mode })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ how, mode }).where('guest_attendance.meeting_id', '=', meeting),
    )
    .execute();

export const removeGuestAttendance = (db: Database, meeting: MeetingId, id: string) =>
  db.deleteFrom('guest_attendance').where('id', '=', id).where('meeting_id', '=', meeting).execute();

export const countGuestAttendance = async (db: Database, meeting: MeetingId): Promise<number> =>
  (
    await db
      .selectFrom('guest_attendance')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('meeting_id', '=', meeting)
      .executeTakeFirstOrThrow()
  ).count;
