import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A stay on the home page ends when it has not been looked at for this long. */
const STAY_MILLISECONDS = 30 * 60_000;

/** A stay as it is after somebody looked: what `noteHomeVisit` writes. */
interface HomeVisit {
  person_id: PersonId;
  began_at: Date;
  last_seen_at: Date;
  before_at: Date | null;
}

/** The stay somebody is in at `now`; `before_at` is the instant their last one ended, null on the first. Writes nothing. */
export const readHomeVisit = async (db: Database, person: PersonId, now: Date): Promise<HomeVisit> => {
  const row = await db
    .selectFrom('home_visits')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!row) return { person_id: person, began_at: now, last_seen_at: now, before_at: null };
  const isNewStay = now.getTime() - row.last_seen_at.getTime() > STAY_MILLISECONDS;
  const stay = isNewStay ? { began_at: now, before_at: row.last_seen_at } : {};
  return { ...row, last_seen_at: now, ...stay };
};

export const noteHomeVisit = (db: Database, { person_id, ...stay }: HomeVisit) =>
  db
    .insertInto('home_visits')
    .values({ person_id, ...stay })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(stay))
    .execute();
