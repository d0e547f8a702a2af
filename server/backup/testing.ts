import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { restoreInto } from '#db/backup/restore-into.server.ts';
import type { Migration } from '#db/migrate.server.ts';
import { type OpenOptions, openDatabase, type WhereDatabase } from '#db/open.server.ts';
import type { Schema } from '#db/schema.ts';
import { wholeDatabase } from '#db/whole-database.ts';
import { systemRandom } from '../random.server.ts';
import { loadFrom, readBackupFile } from './read-backup-file.server.ts';
import { backupLines } from './serve-backup.ts';
import { writeBackupFile } from './write-backup-file.server.ts';

export type Engine = 'embedded' | 'PostgreSQL';

/** Both engines where PostgreSQL is installed. */
export const ENGINES: Engine[] = inject('postgresUrl') === null ? ['embedded'] : ['embedded', 'PostgreSQL'];

/** Folders and databases for one file of tests, gone after it. */
export function withPlaces() {
  const folders: string[] = [];
  const databases: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
    for (const name of databases) await administer(`drop database if exists ${name} with (force)`);
  });
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), 'soak-backup-'));
    folders.push(path);
    return path;
  };
  return {
    folder,
    /** An empty machine. */
    async place(engine: Engine): Promise<WhereDatabase> {
      if (engine === 'embedded') {
        const dataDir = join(await folder(), 'data');
        await mkdir(dataDir);
        return { dataDir };
      }
      const name = `soak_backup_${randomUUID().replaceAll('-', '')}`;
      await administer(`create database ${name} template template0 strategy file_copy`);
      databases.push(name);
      return {
        databaseUrl: Object.assign(new URL(inject('postgresUrl') ?? ''), { pathname: `/${name}` }).href,
      };
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') ?? '' });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** What `npm run backup FILE` does with the database, beside whoever has it open. */
export const backUp = (db: Kysely<Schema>, file: string, { rest = 0, waitMs = 0 } = {}) =>
  writeBackupFile(file, linesOf(db, { rest, waitMs }), () => {});

/** What a program answers whom it is asked to back it up. */
export const linesOf = (db: Kysely<Schema>, { rest = 0, waitMs = 0 } = {}) =>
  backupLines(
    {
      db,
      clock: { now: () => new Date() },
      random: systemRandom,
      demo: null,
      log: { info: () => {}, error: () => {} },
    },
    { rest, waitMs },
  );

/** What `npm run restore FILE` does. */
export async function restore(file: string, where: WhereDatabase, known?: readonly Migration[]) {
  const backup = await readBackupFile(file);
  const { migrations } = backup.head;
  await restoreInto(where, { migrations, load: loadFrom(file, backup, () => {}), ...(known && { known }) });
  return backup;
}

export async function opened<T>(
  where: WhereDatabase,
  act: (db: Kysely<Schema>) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const { db, close } = await openDatabase(where, options);
  return act(db).finally(close);
}

/** Every table's rows, sorted, but for what no backup holds. */
export async function rowsOf(
  db: Kysely<Schema>,
  leftOut: readonly string[],
): Promise<Record<string, string[]>> {
  const whole = await wholeDatabase(db);
  return Object.fromEntries(
    [...whole]
      .filter(([name]) => !leftOut.includes(name))
      .map(([name, text]) => [name, text.split('\n').sort()]),
  );
}

/** Constraints, triggers and counters, as the catalogue names them. */
export async function fittingsOf(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) as what
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
    union all select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', sequencename, last_value) from pg_sequences where schemaname = 'public'
    order by 1`.execute(db);
  return rows.map(({ what }) => what);
}

/** A backup file of any lines, with a true end: what only its rows can give away. */
export async function forge(lines: readonly string[]): Promise<Buffer> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  const rows = lines.filter((line) => line.startsWith('[')).length;
  return gzipSync(
    `${[...lines, JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })].join('\n')}\n`,
  );
}
