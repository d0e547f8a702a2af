import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asId, type ReviewId } from '#domain/ids.ts';
import { embeddedFolder, type OpenedDatabase, openDatabase } from './open.server.ts';
import { takeSealedIdeas } from './sealed-ideas.ts';
import { SWEPT } from './sweep.server.ts';
import { forEachEngine, onPostgres } from './testing.ts';

const SECRET = 'quetzalcoatlus';

forEachEngine((engine) => {
  test('[D14] sweeping keeps every row, and can be done again and again', async () => {
    const { db, sweep } = engine.opened;
    await db
      .insertInto('teams')
      .values({ id: 'a4c1f6f0-0000-4000-8000-000000000001' as never, name: 'On call' })
      .execute();
    expect(await sweep({ mayTakeLong: false })).toBe(true);
    expect(await sweep({ mayTakeLong: true })).toBe(true);
    expect(await db.selectFrom('teams').select('name').execute()).toEqual([{ name: 'On call' }]);
  });

  test('[D14] every table that goes with a document is swept', async () => {
    const { rows } = await sql<{ name: string }>`
      select conrelid::regclass::text as name from pg_constraint
      where confrelid = 'documents'::regclass`.execute(engine.db);
    expect(SWEPT).toEqual(expect.arrayContaining(rows.map(({ name }) => name)));
  });
});

onPostgres((engine) => {
  test('[D14] what PostgreSQL’s planner remembers of a table goes with its last row', async () => {
    const { db, sweep } = engine.opened;
    await importsNamed(db, SECRET);
    await sql`analyze imports`.execute(db);
    const remembered = async () =>
      (
        await sql<{ words: string }>`
          select coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '') as words from pg_stats where tablename = 'imports'`.execute(
          db,
        )
      ).rows.some(({ words }) => words?.includes(SECRET));
    expect(await remembered()).toBe(true);
    await sql`delete from imports`.execute(db);
    expect(await sweep({ mayTakeLong: true })).toBe(true);
    expect(await remembered()).toBe(false);
  });

  test('[D14] nor of reviews when the last one has gone, whose columns triggers name, and those are there as before', async () => {
    const { db, sweep } = engine.opened;
    const triggers = async () =>
      (
        await sql`
          select translate(pg_get_triggerdef(oid), '()', '') from pg_trigger
          where tgrelid = 'reviews'::regclass and not tgisinternal order by 1`.execute(db)
      ).rows;
    const before = await triggers();
    expect(before.length).toBeGreaterThan(0);
    await amirIn(db);
    await sql`
      insert into reviews (id, kind, happened_on, happened_zone, privacy, title, created_by, created_at)
      select gen_random_uuid(), 'incident', now(), 'UTC', 'private', ${SECRET}, ${AMIR}, now()
      from generate_series(1, 20)`.execute(db);
    await sql`analyze reviews`.execute(db);
    await sql`delete from reviews`.execute(db);
    expect(await sweep({ mayTakeLong: true })).toBe(true);
    const { rows } = await sql`
      select attname from pg_stats where tablename = 'reviews' and attname in ('title', 'privacy')`.execute(
      db,
    );
    expect(rows).toEqual([]);
    expect(await triggers()).toEqual(before);
  });

  test('[U1] it remembers nothing of the box without names, whoever asks it to', async () => {
    await sql`insert into unsigned_box (id, stage_id, words)
      select gen_random_uuid(), gen_random_uuid(), ${SECRET} from generate_series(1, 100)`.execute(engine.db);
    await sql`analyze unsigned_box`.execute(engine.db);
    const { rows } = await sql`select 1 from pg_stats where tablename = 'unsigned_box'`.execute(engine.db);
    expect(rows).toEqual([]);
    const { rows: options } = await sql<{ reloptions: string[] }>`
      select reloptions from pg_class where relname = 'unsigned_box'`.execute(engine.db);
    expect(options[0]?.reloptions).toContain('autovacuum_enabled=false');
  });
});

let dataDir: string;
let opened: OpenedDatabase;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'soak-sweep-'));
  opened = await openDatabase({ dataDir });
});
afterEach(async () => {
  await opened.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Files of the folder in which the secret is. */
const found = async () => {
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hits = [];
  for (const file of files) if ((await readFile(file)).includes(SECRET)) hits.push(file);
  return hits;
};
const REVIEW = asId<ReviewId>('a4c1f6f0-0000-4000-8000-000000000003');
const AMIR = 'a4c1f6f0-0000-4000-8000-000000000002';
const amirIn = (db: OpenedDatabase['db']) =>
  sql`insert into people (id, name, face_letters, face_hue, role, created_at)
    values (${AMIR}, 'Amir', 'A', 1, 'member', now()) on conflict do nothing`.execute(db);
const importsNamed = async (db: OpenedDatabase['db'], name: string) => {
  await amirIn(db);
  await sql`insert into imports (id, person_id, makes_review, state, name, held, created_at, touched_at)
    select gen_random_uuid(), ${AMIR}, false, 'held', ${name}::text || g,
      to_jsonb(${name}::text || g), now(), now() from generate_series(1, 2000) g`.execute(db);
};
const writeAndDelete = async () => {
  const { db } = opened;
  await importsNamed(db, SECRET);
  // every other one stays: its pages are not given back, only rewritten
  await sql`delete from imports where name like ${`${SECRET}%`} and right(name, 1) in ('1', '3', '5', '7', '9')`.execute(
    db,
  );
  await sql`update imports set name = 'kept', held = null`.execute(db);
};

test('[D14] a plain delete leaves words in the embedded database’s files; a sweep leaves them in none', async () => {
  await writeAndDelete();
  await sql`checkpoint`.execute(opened.db);
  expect((await found()).length).toBeGreaterThan(1);
  expect(await opened.sweep({ mayTakeLong: true })).toBe(true);
  expect(await found()).toEqual([]);
  expect(await opened.db.selectFrom('imports').select('name').execute()).toHaveLength(1000);
});

test('[D14] what a kill left of a rewritten table goes too, and no file that is somebody’s', async () => {
  const { rows } = await sql<{ folder: string }>`
    select 'base/' || oid as folder from pg_database where datname = current_database()`.execute(opened.db);
  const base = join(embeddedFolder(dataDir), rows[0]?.folder ?? '');
  const strays = ['999999', '999999.1', '999999_fsm', '999999_vm'].map((name) => join(base, name));
  for (const stray of strays) await writeFile(stray, SECRET);
  await writeFile(join(base, 'pg_internal.init.mine'), 'mine');
  expect(await opened.sweep({ mayTakeLong: true })).toBe(true);
  for (const stray of strays) expect(existsSync(stray)).toBe(false);
  expect(existsSync(join(base, 'pg_internal.init.mine'))).toBe(true);
  await opened.close();
  opened = await openDatabase({ dataDir });
  expect(await opened.isReachable()).toBe(true);
});

test('[D14] a killed sweep is done again at the next, and loses nothing', async () => {
  await writeAndDelete();
  const sweeping = opened.sweep({ mayTakeLong: true }).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await opened.crash();
  await sweeping;
  expect(await opened.sweep({ mayTakeLong: true })).toBe(true);
  expect(await found()).toEqual([]);
  expect(await opened.db.selectFrom('imports').select('name').execute()).toHaveLength(1000);
});

test('[C7] after opening ideas, how one read before it was changed is in no file, the journal’s neither', async () => {
  const { db } = opened;
  await amirIn(db);
  await sql`
    insert into reviews (id, kind, happened_on, happened_zone, privacy, title, created_by, created_at)
    values (${REVIEW}, 'incident', now(), 'UTC', 'open', 'T', ${AMIR}, now())`.execute(db);
  await sql`
    insert into sealed_ideas (id, review_id, author_id, words, withheld, sealed_at)
    values (gen_random_uuid(), ${REVIEW}, ${AMIR}, ${SECRET}, true, now())`.execute(db);
  await sql`update sealed_ideas set words = 'said better'`.execute(db);
  const ideas = await db.transaction().execute((tx) => takeSealedIdeas(tx, REVIEW, (all) => [...all]));
  expect(ideas.map(({ words }) => words)).toEqual(['said better']);
  await sql`checkpoint`.execute(db);
  expect((await found()).every((file) => file.includes('pg_wal'))).toBe(true);
  expect(await found()).not.toEqual([]);
  expect(await opened.sweep({ mayTakeLong: false, after: 'opening' })).toBe(true);
  expect(await found()).toEqual([]);
});
