import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { lockFolder } from '../engine/folder-lock.server.ts';
import { openPostgresPool } from '../engine/postgres-pool.server.ts';
import { type Migration, readMigrations } from '../migrate.server.ts';
import { embeddedFolder, openDatabase, restoringFolder, type WhereDatabase } from '../open.server.ts';
import type { Schema } from '../schema.ts';
import { BackupRefused } from './backup-refused.ts';
import { type Loading, loadBackup, requireEmpty } from './load-backup.ts';

export interface Restore {
  /** names and hashes of the migrations that had been applied where the backup was made */
  migrations: readonly (readonly [name: string, hash: string])[];
  /** reads the file into the one transaction */
  load(into: Loading): Promise<void>;
  /** what this program knows; its own files where not given */
  known?: readonly Migration[];
}

/** A statement of a restore may take long: nobody waits for it but whoever started it. */
const STATEMENT_MS = 3_600_000;

/**
 * Restores into an empty PostgreSQL, or a data folder without a workspace, and brings it forward to this version. All or nothing:
 * one transaction there, a folder put in place at the end here. Throws BackupRefused or DatabaseRefused with a sentence.
 */
export async function restoreInto(where: WhereDatabase, restore: Restore): Promise<void> {
  const known = restore.known ?? (await readMigrations());
  const migrations = migrationsOf(restore, known);
  if (where.databaseUrl) return intoPostgres(where.databaseUrl, migrations, known, restore);
  return intoFolder(where.dataDir ?? '', migrations, known, restore);
}

/** The very migrations the backup's database had, so that its rows fit; those that came later follow. */
function migrationsOf(restore: Restore, known: readonly Migration[]): Migration[] {
  const named = new Map(restore.migrations);
  for (const [name, hash] of named)
    if (known.find((one) => one.name === name)?.hash !== hash)
      throw new BackupRefused(
        `This backup was made by another version of Soak (it has ${name}). Restore it with that version or a later one.`,
      );
  if (!named.has(FIRST)) throw new BackupRefused('This backup does not say which version of Soak made it.');
  return known.filter(({ name }) => named.has(name));
}

/** The migration that made backups possible: whoever made one had it. */
const FIRST = '0011_backup.sql';

async function intoPostgres(
  databaseUrl: string,
  migrations: Migration[],
  known: readonly Migration[],
  { load }: Restore,
): Promise<void> {
  await requireRoom(databaseUrl, migrations);
  await fill({ databaseUrl }, migrations, known, load);
}

/** Nothing of anybody else's, and no tables of a later version than the backup's. */
async function requireRoom(databaseUrl: string, migrations: readonly Migration[]): Promise<void> {
  const pool = openPostgresPool(
    databaseUrl,
    { connections: 1, statementMs: 20_000, connectMs: 5_000 },
    () => {},
  );
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
      db,
    );
    if (rows.length === 0) return;
    if (!rows.some(({ name }) => name === 'migrations'))
      throw new BackupRefused(
        'DATABASE_URL leads to a database with other tables in it. A restore goes into an empty one.',
      );
    if (rows.some(({ name }) => name === 'people')) await requireEmpty(db);
    const applied = await sql<{ name: string }>`select name from migrations`.execute(db);
    const later = applied.rows.find(({ name }) => !migrations.some((one) => one.name === name));
    if (later)
      throw new BackupRefused(
        `This database has the tables of a later version than the backup (${later.name}). Make an empty database and restore into that.`,
      );
  } finally {
    await db.destroy();
  }
}

async function intoFolder(
  dataDir: string,
  migrations: Migration[],
  known: readonly Migration[],
  { load }: Restore,
): Promise<void> {
  await requireUnused(dataDir);
  const lock = lockFolder(dataDir);
  const restoring = restoringFolder(dataDir);
  try {
    await rm(restoring, { recursive: true, force: true });
    await mkdir(restoring, { mode: 0o700 });
    await fill({ dataDir: join(restoring, 'new') }, migrations, known, load);
    if (existsSync(embeddedFolder(dataDir)))
      await rename(embeddedFolder(dataDir), join(restoring, 'empty-one'));
    await rename(embeddedFolder(join(restoring, 'new')), embeddedFolder(dataDir));
    await rm(restoring, { recursive: true, force: true });
  } catch (error) {
    await rm(restoring, { recursive: true, force: true });
    throw error;
  } finally {
    lock.release();
  }
}

/** No workspace in it, and not the demo's, which the next demo would throw away. */
async function requireUnused(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, 'demo.json')))
    throw new BackupRefused(
      `${dataDir} is a demo's folder: what is restored there would not stay. Name another in DATA_DIR.`,
    );
  if (!existsSync(embeddedFolder(dataDir))) return lockFolder(dataDir).release();
  const { db, close } = await openDatabase({ dataDir });
  await requireEmpty(db).finally(close);
}

async function fill(
  where: WhereDatabase,
  migrations: Migration[],
  known: readonly Migration[],
  load: Restore['load'],
): Promise<void> {
  const isEarlier = migrations.length < known.length;
  const limits = { statementMs: STATEMENT_MS };
  const opened = await openDatabase(where, { ...limits, migrations });
  await loadBackup(opened.db, load).finally(() => opened.close());
  if (isEarlier) await (await openDatabase(where, { ...limits, migrations: known })).close();
}
