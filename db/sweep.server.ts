import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { isRewritten, rewriteTable } from './rewrite-table.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Every table that erasing takes words out of: their old versions lie in its file until it is rewritten. */
export const SWEPT = [
  'documents',
  'document_updates',
  'document_archive',
  'document_snapshot_parts',
  'document_history',
  'document_stretches',
  'document_chapters',
  'document_versions',
  'rescued_words',
  'reviews',
  'review_links',
  'comment_threads',
  'captures',
  'tracker_outbox',
  'imports',
  'import_parts',
  'uploads',
] as const;

/** C7: what opening ideas takes out of these is gone from the table at once; beside it keys and events of sealing lie in files. */
const SWEPT_AFTER_OPENING = ['sealed_ideas', 'command_keys', 'meeting_events'] as const;

const sweptAfter = (after: SweepOptions['after']): readonly string[] =>
  after === 'opening' ? SWEPT_AFTER_OPENING : [...SWEPT, ...SWEPT_AFTER_OPENING];

export interface SweepOptions {
  /** What has been done; after opening ideas only the few tables of theirs are rewritten, for people are in a session then. */
  after?: 'erasing' | 'opening';
  /** False: a table so large that everybody would wait for longer than a blink is left for another time. */
  mayTakeLong: boolean;
}

/** Rewritten in about a quarter of a second: 170 MB, a quarter of it still in use, took 1.2 s (two cores, 29 November 2026). */
const BRIEF_BYTES = 32 * 1024 * 1024;
/** Each leaves one segment of 16 MB behind. */
const MOST_SEGMENTS = 200;

/**
 * Takes what has been deleted out of the embedded database's files: heaps are rewritten, the journal is cycled until no segment of
 * before is there, and files that a kill left without a table go. In short statements: whoever waits gets a turn between two. False
 * when something was left for a time at which it may take long. Cut off anywhere it can be begun again.
 * @param folder PGlite's own
 */
export async function sweepEmbedded(
  db: Database,
  folder: string,
  { mayTakeLong, after }: SweepOptions,
): Promise<boolean> {
  let isWhole = true;
  for (const table of sweptAfter(after)) {
    if (!mayTakeLong && (await sizeOf(db, table)) > BRIEF_BYTES) isWhole = false;
    else await sql`vacuum full ${sql.table(table)}`.execute(db);
  }
  if (!isWhole) return false;
  await removeStrayFiles(db, folder);
  await cycleJournal(db);
  return true;
}

/** On PostgreSQL what is deleted is in no table once that is committed; space, and what its planner remembers of values, follow here. */
export async function sweepPostgres(db: Database, after?: SweepOptions['after']): Promise<void> {
  for (const table of sweptAfter(after)) {
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
    // a plain vacuum frees the place of a row and leaves its bytes there
    if (isRewritten(table)) await db.transaction().execute((tx) => rewriteTable(tx, table));
    await forgetStatistics(db, table);
  }
}

/** `analyze` keeps what it knew of a table that has become empty, the words in it too: a change of a column's type to itself drops that. */
async function forgetStatistics(db: Database, table: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows: some } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (some.length > 0) return;
    const { rows } = await sql<{ name: string; type: string }>`
      select attname as name, format_type(atttypid, atttypmod) as type
      from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
        and atttypid in ('text'::regtype, 'bytea'::regtype, 'jsonb'::regtype)
        and exists (select 1 from pg_stats where tablename = ${table} and pg_stats.attname = pg_attribute.attname)`.execute(
      tx,
    );
    if (rows.length === 0) return;
    const triggersBack = await takeTriggersAway(tx, table);
    for (const { name, type } of rows)
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(name)} type ${sql.raw(type)}`.execute(
        tx,
      );
    await triggersBack();
  });
}

/** A column that a trigger names keeps its type as long as the trigger is there. @returns puts them back as they were */
async function takeTriggersAway(tx: Database, table: string): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select tgname as name, pg_get_triggerdef(oid) as definition from pg_trigger
    where tgrelid = ${table}::regclass and not tgisinternal`.execute(tx);
  for (const { name } of rows) await sql`drop trigger ${sql.id(name)} on ${sql.table(table)}`.execute(tx);
  return async () => {
    for (const { definition } of rows) await sql.raw(definition).execute(tx);
  };
}

async function sizeOf(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select pg_total_relation_size(${table}::regclass) as size`.execute(db);
  return Number(rows[0]?.size ?? 0);
}

/** A segment that is done with is otherwise renamed and used again, with the old words in it until they are written over. */
async function cycleJournal(db: Database): Promise<void> {
  await sql`set wal_recycle = off`.execute(db);
  const before = new Set(await listSegments(db));
  try {
    for (let cycled = 0; (await listSegments(db)).some((name) => before.has(name)); cycled++) {
      if (cycled === MOST_SEGMENTS) throw new Error('the journal of the embedded database does not move on');
      await sql`select pg_switch_wal()`.execute(db);
      await sql`checkpoint`.execute(db);
    }
  } finally {
    await sql`reset wal_recycle`.execute(db);
  }
}

const listSegments = async (db: Database): Promise<string[]> =>
  (await sql<{ name: string }>`select name from pg_ls_waldir()`.execute(db)).rows.map(({ name }) => name);

/**
 * A program killed while it rewrote a table leaves the new file behind, which belongs to no table and is never looked at again: what was
 * not deleted then stays in it. Nobody else is in a transaction meanwhile, so a file without a table is nobody's.
 */
async function removeStrayFiles(db: Database, folder: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ database: number; files: string[] }>`
      select (select oid::int from pg_database where datname = current_database()) as database,
        array_agg(pg_relation_filenode(oid)::text) filter (where pg_relation_filenode(oid) is not null) as files
      from pg_class`.execute(tx);
    const [known] = rows;
    if (!known || known.files.length === 0) return;
    const base = join(folder, 'base', String(known.database));
    const theirs = new Set(known.files);
    for (const name of await readdir(base)) {
      const [, file] = RELATION_FILE.exec(name) ?? [];
      if (file && !theirs.has(file)) await rm(join(base, name), { force: true });
    }
  });
}

/** `16400`, its further gigabytes `16400.1`, its maps `16400_fsm`, `_vm` and `_init`. */
const RELATION_FILE = /^(\d+)(?:_[a-z]+)?(?:\.\d+)?$/;
