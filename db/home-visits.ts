import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A stay on the home page ends when it has not been looked at for this long. */
const STAY_MILLISECONDS = 30 * 60_000;

/** Notes that the person is here and gives the instant their last stay ended, or null on the first one. */
export const visitHome = async (db: Database, person: PersonId, now: Date): Promise<Date | null> => {
  const row = await db
    .selectFrom('home_visits')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!row) {
    const first = { person_id: person, began_at: now, last_seen_at: now, before_at: null };
    await db
      .insertInto('home_visits')
      .values(first)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return null;
  }
  const isNewStay = now.getTime() - row.last_seen_at.getTime() > STAY_MILLISECONDS;
  const stay = isNewStay ? { began_at: now, before_at: row.last_seen_at } : {};
  await db
    .updateTable('home_visits')
    .set({ last_seen_at: now, ...stay })
    .where('person_id', '=', person)
    .execute();
  return isNewStay ? row.last_seen_at : row.before_at;
};
