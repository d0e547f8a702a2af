import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import { DatabaseRefused } from './engine/errors.ts';

export interface Migration {
  name: string;
  text: string;
  hash: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);
const FILE = /^\d{4}_[a-z0-9_-]+\.sql$/;

/** The plain `.sql` files of a folder in their order. */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings a database forward, each file in a transaction of its own; of several programs starting at once one does it and
 * the others wait. Throws DatabaseRefused when the database has what this program does not know.
 */
export async function migrate<T>(db: Kysely<T>, migrations: readonly Migration[]): Promise<void> {
  await sql`create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null)`
    .execute(db)
    .catch(ignoreRace);
  if (await isUpToDate(db, migrations)) return;
  for (const migration of migrations)
    await db.transaction().execute(async (tx) => {
      // lasts until this transaction's end, on whichever connection it has
      await sql`select pg_advisory_xact_lock(7264901)`.execute(tx);
      const recorded = await listRecorded(tx);
      refuseUnknown(recorded, migrations);
      if (!recorded.has(migration.name)) await apply(tx, migration);
    });
}

/** Changes nothing. Throws DatabaseRefused where the database is not of the version these migrations make. */
export async function requireSameVersion<T>(db: Kysely<T>, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await sql<{ is_here: boolean }>`
    select to_regclass('public.migrations') is not null as is_here`.execute(db);
  if (!rows[0]?.is_here) throw new DatabaseRefused('There is no workspace in this database yet.');
  const recorded = await listRecorded(db);
  refuseUnknown(recorded, migrations);
  const missing = migrations.find(({ name }) => !recorded.has(name));
  if (missing)
    throw new DatabaseRefused(
      `This database is of an earlier Soak (it has no ${missing.name}). Nothing was changed. Use the version that made it, or start this one first: it brings the database forward.`,
    );
}

async function isUpToDate(db: QueryExecutorProvider, migrations: readonly Migration[]): Promise<boolean> {
  const recorded = await listRecorded(db);
  refuseUnknown(recorded, migrations);
  return migrations.every(({ name }) => recorded.has(name));
}

async function apply(tx: QueryExecutorProvider, { name, text, hash }: Migration): Promise<void> {
  await sql.raw(text).execute(tx);
  // when it ran is for people to read; no rule asks
  await sql`insert into migrations (name, hash, applied_at) values (${name}, ${hash}, now())`.execute(tx);
}

async function listRecorded(db: QueryExecutorProvider): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migrations`.execute(db);
  return new Map(rows.map((row) => [row.name, row.hash]));
}

function refuseUnknown(recorded: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
  for (const [name, hash] of recorded) {
    if (!known.has(name))
      throw new DatabaseRefused(
        `This database was made by a newer Soak (it has ${name}). Start that version or a later one.`,
      );
    if (known.get(name) !== hash)
      throw new DatabaseRefused(
        `${name} is not what it was when this database was made. A migration is never changed; add another.`,
      );
  }
}

/** `if not exists` is no promise when two programs ask at once: the second meets a unique violation of the catalogue. */
function ignoreRace(error: unknown): void {
  const code = (error as { code?: string }).code;
  if (code !== '23505' && code !== '42P07') throw error;
}
