import { type Kysely, sql } from 'kysely';
import type { MeetingId } from '#domain/ids.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** M18: live meetings whose planned end was before this; whether somebody still steers them is the rule's to say. */
export const listOverdue = async (db: Database, endedBefore: Date): Promise<MeetingId[]> =>
  (
    await db
      .selectFrom('meetings')
      .select('id')
      .where('phase', '=', 'live')
      .where(sql<Date>`starts_at + minutes * interval '1 minute'`, '<=', endedBefore)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id);

/** When the last steering command was accepted; null where that was never recorded. */
export const findSteeredAt = async (
  db: Database,
  { id, steeredRev }: Pick<Meeting, 'id' | 'steeredRev'>,
): Promise<Date | null> =>
  (
    await db
      .selectFrom('meeting_events')
      .select('at')
      .where('meeting_id', '=', id)
      .where('rev', '=', steeredRev)
      .executeTakeFirst()
  )?.at ?? null;
