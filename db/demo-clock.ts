import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The demo's clock stands by a meeting until it has ended: a timer that jumps by days helps nobody. */
export const hasLiveMeeting = async (db: Kysely<Schema>): Promise<boolean> =>
  (await db
    .selectFrom('meetings')
    .select('id')
    .where('phase', 'in', ['live', 'paused'])
    .limit(1)
    .executeTakeFirst()) !== undefined;
