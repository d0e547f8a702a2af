import { type Kysely, sql } from 'kysely';
import { LEFT_OUT, LOG } from './left-out.ts';

/** Every table's changes are noted while a backup is read; asked at each opening, since a migration may have brought a new table. */
export const watchChanges = async <T>(db: Kysely<T>): Promise<void> => {
  if (await isWatchedAlready(db)) return;
  await db.transaction().execute(async (tx) => {
    // the same lock as the migrations': of several programs starting at once one does it
    await sql`select pg_advisory_xact_lock(7264901)`.execute(tx);
    await sql`select watch_changes(${Object.keys(LEFT_OUT)}::text[], ${[LOG]}::text[])`.execute(tx);
  });
};

const isWatchedAlready = async <T>(db: Kysely<T>): Promise<boolean> => (await listUnwatched(db)).length === 0;

/** Tables that a backup holds and whose changes it would miss. */
export const listUnwatched = async <T>(db: Kysely<T>): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all (${Object.keys(LEFT_OUT)}::text[])
      and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'note_removed')
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
};
