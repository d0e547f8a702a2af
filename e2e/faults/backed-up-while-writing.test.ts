import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { loadDocument } from '#collab/server/load-document.ts';
import { openDatabase, type WhereDatabase } from '#db/open.server.ts';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { COMPILED, type Program, startProgram } from '../program.ts';
import { lost, startWriter, until } from './writers.ts';
import { DOCUMENT, FAULT_TEXT, WRITER } from './written.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const envOf = ({ databaseUrl, dataDir }: WhereDatabase) => ({
  PATH: process.env.PATH,
  NODE_COMPILE_CACHE: COMPILED,
  ...(databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir ?? '' }),
});
/** As the tests' programs are started: what the optimizing compiler gains is not had back in seconds. */
const QUICKLY = '--liftoff-only';
/** `npm run backup FILE` and `npm run restore FILE`. */
const command = (name: 'backup' | 'restore', file: string, where: WhereDatabase) =>
  run(process.execPath, [QUICKLY, `server/${name}.server.ts`, file], { cwd: ROOT, env: envOf(where) });

const LONG = Boolean(process.env.SOAK_LONG);
const engines = findPostgresPrograms() ? (['embedded', 'PostgreSQL'] as const) : (['embedded'] as const);

describe.each(engines)('from %s', (from) => {
  let folder: string;
  let postgres: RealPostgres | null = null;
  let program: Program | null = null;
  let places = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soak-backed-up-'));
    if (findPostgresPrograms()) postgres = await startPostgres();
  });
  afterAll(async () => {
    await program?.kill();
    await postgres?.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const emptyMachine = async (engine: (typeof engines)[number]): Promise<WhereDatabase> => {
    const name = `place_${++places}`;
    if (engine === 'embedded') return { dataDir: join(folder, name) };
    return { databaseUrl: (await postgres?.createDatabase(name)) ?? null };
  };

  it('[D11] backed up while six write and compaction runs: what was acknowledged before is in it, to either database', async () => {
    const source = await emptyMachine(from);
    program = await startProgram({
      ...(source.dataDir && { dataDir: source.dataDir }),
      entry: 'e2e/collab-program.server.ts',
      env: { COMPACT_OFTEN: 'yes', ...(source.databaseUrl && { DATABASE_URL: source.databaseUrl }) },
    });
    const at = { origin: program.origin, cookie: `who=${WRITER}`, document: DOCUMENT };
    const writers = Array.from({ length: 6 }, () => startWriter(at, 20));
    await until(() => writers.every(({ acknowledged }) => acknowledged.length > 10), 'all six write', 60_000);
    const before = writers.map(({ acknowledged }) => ({ acknowledged: [...acknowledged] }));
    const file = join(folder, 'while-writing.soak');
    await command('backup', file, source);
    const during = writers.map(({ acknowledged }) => acknowledged.length);
    for (const writer of writers) writer.leave();
    await program.stop();
    // people went on writing meanwhile
    expect(during.every((count, at) => count > (before[at]?.acknowledged.length ?? 0))).toBe(true);

    // into its own kind the embedded one goes below; PostgreSQL's into PostgreSQL in the long tests
    for (const to of engines.filter((engine) => LONG || engine !== from || engines.length === 1)) {
      const writing = await emptyMachine(to);
      await command('restore', file, writing);
      const restored = await contentsOf(writing);
      expect(lost(before, new Set(restored.text.match(/w\d+-\d+;/g)))).toEqual([]);
      // every restored edit is the source's own, and the document is made of exactly those
      expect(restored.hash).toBe(await hashOfEdits(source, restored.numbers));
    }
    if (from !== 'embedded' && !LONG) return;
    const quiet = join(folder, 'quiet.soak');
    await command('backup', quiet, source);
    const same = await emptyMachine(from);
    await command('restore', quiet, same);
    expect(await contentsOf(same)).toEqual(await contentsOf(source));
  }, 600_000);

  // it reads the embedded database wherever the writers of this file are, so once is enough
  it.runIf(from === 'embedded')(
    '[D11] kill -9 during a backup leaves no half file under the name, and the next one is made',
    async () => {
      const file = join(folder, 'killed.soak');
      const where = await emptyMachine('embedded');
      await fill(where);
      await writeFile(file, 'yesterday’s');
      const child = spawn(process.execPath, [QUICKLY, 'server/backup.server.ts', file], {
        cwd: ROOT,
        env: envOf(where),
      });
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await until(() => existsSync(join(folder, '.killed.soak.making')), 'it is being written', 60_000);
      child.kill('SIGKILL');
      await gone;
      expect(await readFile(file, 'utf8')).toBe('yesterday’s');
      // noted changes of a backup that is gone end after two minutes; the embedded one is asked by nobody else
      const { db, close } = await openDatabase(where);
      await sql`delete from backup_reading`.execute(db);
      await close();
      await command('backup', file, where);
      expect((await readdir(folder)).filter((name) => name.includes('killed'))).toEqual(['killed.soak']);
    },
    300_000,
  );

  it('[D11] kill -9 during a restore: the place is refused in a sentence or empty, and a second restore fills it', async () => {
    const file = join(folder, 'long.soak');
    const where = await emptyMachine('embedded');
    await fill(where);
    await command('backup', file, where);
    const to = await emptyMachine(from);
    const child = spawn(process.execPath, [QUICKLY, 'server/restore.server.ts', file], {
      cwd: ROOT,
      env: envOf(to),
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    await until(() => isLoading(to), 'rows are going in', 120_000);
    child.kill('SIGKILL');
    await gone;
    if (to.dataDir) {
      await expect(openDatabase(to)).rejects.toThrow(/restore into .* was cut off/);
    } else {
      const { db, close } = await openDatabase(to);
      expect(await db.selectFrom('teams').select('id').execute()).toEqual([]);
      await close();
    }
    await command('restore', file, to);
    const { db, close } = await openDatabase(to);
    expect((await db.selectFrom('teams').select('id').execute()).length).toBe(FILLED);
    await close();
  }, 300_000);
});

const FILLED = 12_000;

async function fill(where: WhereDatabase): Promise<void> {
  const { db, close } = await openDatabase(where);
  await sql`insert into teams (id, name) select gen_random_uuid(), repeat('team ', 20) || n from generate_series(1, ${FILLED}::int) n`.execute(
    db,
  );
  await close();
}

async function isLoading({ dataDir, databaseUrl }: WhereDatabase): Promise<boolean> {
  if (dataDir) return existsSync(join(dataDir, 'restoring', 'new', 'postgres', 'postmaster.pid'));
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl ?? '' });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select 1 from pg_stat_activity where datname = current_database() and query ilike \'%insert into "teams"%\' and pid <> pg_backend_pid()',
    );
    return rows.length > 0;
  } finally {
    await client.end();
  }
}

interface Contents {
  text: string;
  hash: string;
  numbers: number[];
  rows: Record<string, number>;
}

/** The document as it opens, and every edit's number. */
async function contentsOf(where: WhereDatabase): Promise<Contents> {
  const { db, close } = await openDatabase(where);
  try {
    const doc = new Y.Doc();
    await loadDocument(db, DOCUMENT, doc);
    const { rows } = await sql<{ seq: number }>`
      select seq from document_updates union all select seq from document_archive order by 1`.execute(db);
    const counted = await sql<{ name: string; rows: number }>`
      select 'people' as name, count(*) as rows from people union all select 'log', count(*) from document_updates
      union all select 'archive', count(*) from document_archive union all select 'parts', count(*) from document_snapshot_parts`.execute(
      db,
    );
    return {
      text: doc.getText(FAULT_TEXT).toString(),
      hash: hashOf(doc),
      numbers: rows.map(({ seq }) => seq),
      rows: Object.fromEntries(counted.rows.map(({ name, rows }) => [name, rows])),
    };
  } finally {
    await close();
  }
}

/** The document that exactly these edits of a database make. */
async function hashOfEdits(where: WhereDatabase, numbers: readonly number[]): Promise<string> {
  const { db, close } = await openDatabase(where);
  const { rows } = await sql<{ bytes: Uint8Array }>`
    select bytes from (select seq, bytes from document_updates union all select seq, bytes from document_archive) edits
    where seq = any (${numbers}::bigint[]) order by seq`.execute(db);
  await close();
  expect(rows.length).toBe(numbers.length);
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return hashOf(doc);
}

const hashOf = (doc: Y.Doc): string =>
  `${Buffer.from(Y.encodeStateVector(doc)).toString('base64')} ${doc.getText(FAULT_TEXT).toString()}`;
