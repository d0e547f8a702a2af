import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Alone, aloneAnyway, aloneOnPostgres } from './alone.ts';
import { watchChanges } from './backup/watch-changes.ts';
import { EmbeddedPool } from './engine/embedded-pool.server.ts';
import { DatabaseRefused } from './engine/errors.ts';
import { type FolderLock, lockFolder } from './engine/folder-lock.server.ts';
import { openPostgresPool } from './engine/postgres-pool.server.ts';
import { type Migration, migrate, readMigrations, requireSameVersion } from './migrate.server.ts';
import type { Schema } from './schema.ts';
import { type SweepOptions, sweepEmbedded, sweepPostgres } from './sweep.server.ts';
import { ensureTemplate } from './template.server.ts';

/** PostgreSQL where `databaseUrl` says so, else the embedded engine in `dataDir`. */
export interface WhereDatabase {
  databaseUrl?: string | null;
  dataDir?: string;
  /** Folder copied into a data folder that has no database yet; by default one without rows. */
  template?: string;
}

export interface OpenOptions {
  statementMs?: number;
  waitingMs?: number;
  /** Brought forward by these only: for a backup of an earlier version. */
  migrations?: readonly Migration[];
  /** For who only reads: a database of another version is refused, not brought forward under the program that runs on it. */
  asFound?: boolean;
  /** Told about connections that broke while nobody used them; they heal by themselves. */
  onIdleError?: (error: Error) => void;
}

export interface OpenedDatabase {
  db: Kysely<Schema>;
  engine: 'postgres' | 'embedded';
  /** For work that one program at a time does for all of them. */
  alone: Alone;
  /** D14: what was erased leaves the database's own files. False when something of it waits for a time at which it may take long. */
  sweep(options: SweepOptions): Promise<boolean>;
  /** True when it answers within two seconds. */
  isReachable(): Promise<boolean>;
  /** Ends the embedded engine as a crash would; nothing on PostgreSQL. For tests. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL, or the embedded engine in a data folder held by this process alone, and brings its tables up to date.
 * A folder without a database gets a copy of `template`, by default the empty one. Throws DatabaseRefused with one sentence.
 */
export async function openDatabase(where: WhereDatabase, options: OpenOptions = {}): Promise<OpenedDatabase> {
  if (where.databaseUrl) return openPostgres(where.databaseUrl, options);
  if (where.dataDir) return openEmbedded(where.dataDir, where.template, options);
  throw new DatabaseRefused('Neither DATABASE_URL nor DATA_DIR says where the database is.');
}

/** While a program reads its modules it cannot look whether PostgreSQL has answered: on a busy machine 5 s passed so, and it would not start. */
const AT_START_MS = 20_000;

/** Where in a data folder PGlite's own files are. */
export const embeddedFolder = (dataDir: string): string => join(dataDir, 'postgres');

/** Where a restore works before it puts the whole in place. Found at an opening, that restore was cut off. */
export const restoringFolder = (dataDir: string): string => join(dataDir, 'restoring');

/** An empty workspace in place of the one that was to come back would look like a loss. */
function refuseCutOffRestore(dataDir: string): void {
  if (existsSync(restoringFolder(dataDir)) && !existsSync(embeddedFolder(dataDir)))
    throw new DatabaseRefused(
      `A restore into ${dataDir} was cut off before its end: nothing of it is here. Run it again, or remove ${restoringFolder(dataDir)} to begin with an empty workspace.`,
    );
}

async function openEmbedded(
  dataDir: string,
  template: string | undefined,
  options: OpenOptions,
): Promise<OpenedDatabase> {
  const lock = lockFolder(dataDir);
  try {
    const folder = embeddedFolder(dataDir);
    refuseCutOffRestore(dataDir);
    const isCopied = !existsSync(folder) && (await mayCopy(options));
    const source = isCopied ? (template ?? (await ensureTemplate())) : undefined;
    const limits = { statementMs: options.statementMs ?? 20_000, waitingMs: options.waitingMs ?? 20_000 };
    const pool = source
      ? await openNew(folder, limits, source, dataDir)
      : options.migrations
        ? await EmbeddedPool.open(folder, limits)
        : await openFolder(folder, limits, dataDir);
    return await finishEmbedded(pool, lock, folder, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The template has every migration of this program: a database of an earlier version is made from nothing. */
async function mayCopy({ migrations }: OpenOptions): Promise<boolean> {
  const wanted = migrations && new Set(migrations.map(({ name }) => name));
  return !wanted || (await readMigrations()).every(({ name }) => wanted.has(name));
}

async function finishEmbedded(
  pool: EmbeddedPool,
  lock: FolderLock,
  folder: string,
  options: OpenOptions,
): Promise<OpenedDatabase> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await bringForward(db, options);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    db,
    engine: 'embedded',
    alone: aloneAnyway,
    sweep: (how) => sweepEmbedded(db, folder, how),
    isReachable: () => answers(db),
    crash: () => pool.kill(),
    async close() {
      await db.destroy();
      await pool.end();
      lock.release();
    },
  };
}

async function openNew(
  folder: string,
  limits: { statementMs: number; waitingMs: number },
  source: string,
  dataDir: string,
): Promise<EmbeddedPool> {
  try {
    return await EmbeddedPool.open(folder, limits, source);
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    throw new DatabaseRefused(`A new database could not be put into ${dataDir}: ${error.message}`);
  }
}

async function openFolder(
  folder: string,
  limits: { statementMs: number; waitingMs: number },
  dataDir: string,
): Promise<EmbeddedPool> {
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) throw new DatabaseRefused('PG_VERSION is missing');
    return await EmbeddedPool.open(folder, limits);
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    throw new DatabaseRefused(
      `The database in ${dataDir} cannot be opened: it is damaged or of another version (${error.message}). Put a copy back, or move it aside to begin anew.`,
    );
  }
}

async function bringForward(db: Kysely<Schema>, { migrations, asFound }: OpenOptions): Promise<void> {
  const known = migrations ?? (await readMigrations());
  await (asFound ? requireSameVersion(db, known) : migrate(db, known));
  await watchChanges(db);
}

async function openPostgres(databaseUrl: string, options: OpenOptions): Promise<OpenedDatabase> {
  const onError = options.onIdleError ?? (() => {});
  await migratePostgres(databaseUrl, options, onError);
  const limits = {
    connections: 10,
    statementMs: options.statementMs ?? 10_000,
    connectMs: options.waitingMs ?? 5_000,
  };
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: openPostgresPool(databaseUrl, limits, onError) }),
  });
  return {
    db,
    engine: 'postgres',
    alone: aloneOnPostgres(db),
    sweep: ({ after }) => sweptPostgres(databaseUrl, onError, after),
    isReachable: () => answers(db),
    crash: async () => {},
    close: () => db.destroy(),
  };
}

async function answers(db: Kysely<Schema>): Promise<boolean> {
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([asked, late]);
}

/** On a connection of its own without limits: a migration may have to wait for another program's. */
async function migratePostgres(
  databaseUrl: string,
  options: OpenOptions,
  onError: (error: Error) => void,
): Promise<void> {
  const pool = openPostgresPool(
    databaseUrl,
    { connections: 1, statementMs: 0, connectMs: AT_START_MS },
    onError,
  );
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await requireVersion(db);
    await bringForward(db, options);
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error;
    throw new DatabaseRefused(
      `PostgreSQL at DATABASE_URL did not answer as hoped: ${error instanceof Error ? error.message || error.name : error}`,
    );
  } finally {
    await db.destroy();
  }
}

/** On a connection of its own without limits: a large table takes its time, and nobody waits for it. */
async function sweptPostgres(
  databaseUrl: string,
  onError: (error: Error) => void,
  after: SweepOptions['after'],
): Promise<true> {
  const pool = openPostgresPool(
    databaseUrl,
    { connections: 1, statementMs: 0, connectMs: AT_START_MS },
    onError,
  );
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await sweepPostgres(db, after).finally(() => db.destroy());
  return true;
}

const POSTGRES_MIN = 15;

async function requireVersion(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(db);
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < POSTGRES_MIN)
    throw new DatabaseRefused(
      `Soak needs PostgreSQL ${POSTGRES_MIN} or newer; DATABASE_URL leads to version ${major}.`,
    );
}
