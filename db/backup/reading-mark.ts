import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { BackupRefused } from './backup-refused.ts';
import { LOG } from './left-out.ts';

type Database = Kysely<Schema>;

/** Notes from now on what changes. False while another backup is read, or was cut off less than two minutes ago. */
export const beginReading = (db: Database, id: string): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const begun = await sql`
      insert into backup_reading (one, id, touched_at) values (1, ${id}::uuid, clock_timestamp())
      on conflict (one) do update set id = excluded.id, touched_at = excluded.touched_at
      where backup_reading.touched_at < clock_timestamp() - interval '2 minutes'`.execute(tx);
    if (Number(begun.numAffectedRows ?? 0) === 0) return false;
    await sql`truncate backup_changes`.execute(tx);
    return true;
  });

/**
 * Says that the backup goes on. Throws BackupRefused when changes may have gone unnoted: the database crashed and both tables with
 * it, or a minute went by without a touch (after two nothing is noted any more).
 */
export const touchReading = async (db: Database, id: string): Promise<void> => {
  const touched = await sql`
    update backup_reading set touched_at = clock_timestamp()
    where id = ${id}::uuid and touched_at > clock_timestamp() - interval '1 minute'`.execute(db);
  if (Number(touched.numAffectedRows ?? 0) !== 1)
    throw new BackupRefused('The database was away or too slow meanwhile. Nothing was written; try again.');
};

/** Notes nothing any more. What was noted goes without leaving room behind. */
export const endReading = async (db: Database, id: string): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const ended = await sql`delete from backup_reading where id = ${id}::uuid`.execute(tx);
    if (Number(ended.numAffectedRows ?? 0) === 1) await sql`truncate backup_changes`.execute(tx);
  });
};

const SETTLE_MS = 30_000;

/** Waits until every transaction under way now has ended: then whatever they wrote is seen or never will be. */
export const settle = async (db: Database): Promise<void> => {
  const { rows } = await sql<{ next: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(db);
  const next = rows[0]?.next ?? '0';
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const { rows } = await sql<{ over: boolean }>`
      select pg_snapshot_xmin(pg_current_snapshot()) >= ${next}::xid8 as over`.execute(db);
    if (rows[0]?.over) return;
    if (performance.now() > until)
      throw new BackupRefused(
        'Something else has kept a transaction open in this PostgreSQL for half a minute. Try again later.',
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** A number of the log below and at which every row is seen, or never will be. */
export const settledLogNumber = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    select last_value as last from ${sql.id(`${LOG}_seq_seq`)}`.execute(db);
  await settle(db);
  return rows[0]?.last ?? 0;
};
