import type { Kysely } from 'kysely';
import type { ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

/** The demo's clock stands by a meeting until it has ended: a timer that jumps by days helps nobody. */
export const hasLiveMeeting = async (db: Kysely<Schema>): Promise<boolean> =>
  (await db
    .selectFrom('meetings')
    .select('id')
    .where('phase', 'in', ['live', 'paused'])
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** An example written beforehand was made and published at this instant of its story. */
export const movePublication = async (db: Kysely<Schema>, review: ReviewId, at: Date): Promise<void> => {
  await db
    .updateTable('reviews')
    .set({ created_at: at, published_at: at })
    .where('id', '=', review)
    .execute();
};
