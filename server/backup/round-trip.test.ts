import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { LEFT_OUT } from '#db/backup/left-out.ts';
import { listEntriesBehind } from '#db/invitations-sent.ts';
import { type Migration, readMigrations } from '#db/migrate.server.ts';
import { openDatabase } from '#db/open.server.ts';
import type { Schema } from '#db/schema.ts';
import { tellOf, tellOfChanges } from '../calendar/tell-of-changes.ts';
import { aMeeting } from '../meetings/testing.ts';
import { backUp, ENGINES, fittingsOf, linesOf, opened, restore, rowsOf, withPlaces } from './testing.ts';
import { writeBackupFile } from './write-backup-file.server.ts';

// whole databases are made here: a busy machine takes its time
vi.setConfig({ testTimeout: 180_000 });

const migration = (name: string, text: string): Migration => ({
  name,
  text,
  hash: createHash('sha256').update(text).digest('hex'),
});

/** Whatever a later table may hold. */
const STRANGE = migration(
  '9998_strange.sql',
  `create table strange (
    a_key text, at timestamptz, primary key (a_key, at), number bigserial, bytes bytea, facts jsonb, plain json,
    few int[], words text[], ratio double precision, exact numeric, on_day date, span interval, yes boolean, one_letter char(3),
    before_key text, before_at timestamptz, length int generated always as (length(a_key)) stored,
    foreign key (before_key, before_at) references strange (a_key, at)
  )`,
);

const LONG = 1_200_000;

async function writeStrange(db: Kysely<Schema>): Promise<void> {
  const bytes = new Uint8Array(LONG).map((_, at) => (at * 31 + (at >> 8)) & 255);
  await sql`insert into strange (a_key, at, bytes, facts, plain, few, words, ratio, exact, on_day, span, yes, one_letter) values
    (${'plain'}, '2026-11-25 10:00:00.123456+00', ${bytes}, 'null', 'null', '{1,null,3}', '{"a,b","\\"c\\"",null}', 'NaN', 0.10, '0044-03-15 BC', '1 mon -2 days 03:04:05.678', false, 'a'),
    (${'\u2028 "quoted" \\ \n\t 🧊 é'}, '2026-11-25 10:00:00.123457+00', ${new Uint8Array([0, 10, 255])}, '{"a": [null, 1e400, "\\u0001"]}', '{"a":1,  "a":2}', null, null, '-Infinity', 1e-30, null, null, null, null),
    (${''}, 'infinity', ${new Uint8Array(0)}, null, null, '{}', '{}', 0.1, 'NaN', 'infinity', '0', true, '')`.execute(
    db,
  );
  await sql`update strange set before_key = ${''}, before_at = 'infinity' where a_key = 'plain'`.execute(db);
  await sql`insert into strange (a_key, at, words) values ('long', '2026-01-01', ${[`é🧊${'wörter '.repeat(200_000)}`]}::text[])`.execute(
    db,
  );
}

const owed = async (db: Kysely<Schema>) =>
  (await db.selectFrom('invitations').select('person_id').where('owed', 'is not', null).execute()).length;

async function* atOnce(lines: string[]): AsyncGenerator<string[]> {
  yield lines;
}

describe.each(ENGINES)('from %s', (from) => {
  const places = withPlaces();

  // each engine is left and entered once; into its own kind the embedded one goes in `backed-up-while-writing`, PostgreSQL in the long tests
  test.each(ENGINES.filter((to) => process.env.SOAK_LONG || to !== from || ENGINES.length === 1))(
    '[D11] to %s: every row of every table as it was, whatever it holds, and every constraint and counter',
    async (to) => {
      const known = [...(await readMigrations()), STRANGE];
      const source = await openDatabase(await places.place(from), { migrations: known });
      const file = join(await places.folder(), 'one.soak');
      await writeStrange(source.db);
      const target = await places.place(to);
      const written = await backUp(source.db, file);
      const backup = await restore(file, target, known);
      expect(backup.rows).toBe(written.rows);
      const leftOut = Object.keys(LEFT_OUT);
      const expected = { rows: await rowsOf(source.db, leftOut), fittings: await fittingsOf(source.db) };
      await source.close();
      const found = await opened(
        target,
        async (db) => ({ rows: await rowsOf(db, leftOut), fittings: await fittingsOf(db) }),
        { migrations: known },
      );
      expect(Object.keys(found.rows)).toEqual(Object.keys(expected.rows));
      for (const [table, rows] of Object.entries(expected.rows))
        expect(rows.join('\n') === found.rows[table]?.join('\n'), `the rows of ${table}`).toBe(true);
      expect(found.fittings).toEqual(expected.fittings);
      expect(expected.rows.strange?.length).toBeGreaterThan(3);
    },
  );

  test('[D11, N5] a backup of an earlier version is restored, owes nobody a letter and is brought forward; one of a later version is refused in a sentence, and none is made of a database of another version', async () => {
    const earlier = await readMigrations();
    const later = [
      ...earlier,
      migration('9999_later.sql', `alter table teams add column song text not null default 'none'`),
    ];
    const file = join(await places.folder(), 'earlier.soak');
    const mail = { from: 'soak@example.org' };
    const source = await places.place(from);
    const { app, unlooked } = await opened(source, async (db) => {
      await sql`insert into teams (id, name) values (gen_random_uuid(), 'Payments')`.execute(db);
      const { app } = await aMeeting(db);
      let asked = 0;
      const untilNoted = () => asked++ < 2;
      await tellOfChanges({ ...app, mail }, untilNoted);
      expect(await owed(db)).toBe(2);
      await sql`update meetings set rev = rev + 1, starts_at = starts_at + interval '1 hour'`.execute(db);
      // planned a moment before, and not looked at yet
      const { meeting_: unlooked } = await aMeeting(db);
      await backUp(db, file);
      return { app, unlooked };
    });
    await expect(openDatabase(source, { migrations: later, asFound: true })).rejects.toThrow(
      'is of an earlier Soak (it has no 9999_later.sql). Nothing was changed.',
    );
    await opened(source, async () => {}, { migrations: earlier, asFound: true });
    const target = await places.place(from);
    await restore(file, target, later);
    const songs = await opened(
      target,
      async (db) => {
        // N5: a restored copy writes to nobody about what the first had still to send
        expect(await owed(db)).toBe(0);
        expect((await sql`select from invitations`.execute(db)).rows).toHaveLength(2);
        expect(await listEntriesBehind(db, new Date(0), 10)).toEqual([]);
        // nor when somebody looks at whom it invited
        await tellOf({ ...app, db, mail }, unlooked);
        expect((await sql`select from invitations`.execute(db)).rows).toHaveLength(2);
        return (await sql`select name, song from teams`.execute(db)).rows;
      },
      {
        migrations: later,
      },
    );
    expect(songs).toEqual([{ name: 'Payments', song: 'none' }]);

    const ofLater = join(await places.folder(), 'later.soak');
    await opened(target, (db) => backUp(db, ofLater), { migrations: later, asFound: true });
    await expect(openDatabase(target, { asFound: true })).rejects.toThrow('made by a newer Soak');
    await expect(restore(ofLater, await places.place(from))).rejects.toThrow(
      /another version of Soak \(it has 9999_later/,
    );
  });

  // of the file, whatever database reads it
  test.runIf(from === 'embedded')(
    '[D11] one whose end comes in one piece with everything before it is whole',
    async () => {
      const file = join(await places.folder(), 'at-once.soak');
      await opened(await places.place(from), async (db) => {
        await sql`insert into teams (id, name) values (gen_random_uuid(), 'Payments')`.execute(db);
        const all: string[] = [];
        for await (const lines of linesOf(db)) all.push(...lines);
        await writeBackupFile(file, atOnce(all), () => {});
      });
      const target = await places.place(from);
      await restore(file, target);
      expect((await opened(target, (db) => rowsOf(db, []))).teams?.join()).toContain('Payments');
    },
  );

  test('[D11] a restore into a database in use is refused in a sentence, and leaves it as it was', async () => {
    const file = join(await places.folder(), 'one.soak');
    const used = await places.place(from);
    const before = await opened(used, async (db) => {
      await sql`insert into teams (id, name) values (gen_random_uuid(), 'Ours')`.execute(db);
      await backUp(db, file);
      return rowsOf(db, []);
    });
    await expect(restore(file, used)).rejects.toThrow(/in use already/);
    expect(await opened(used, (db) => rowsOf(db, []))).toEqual(before);
  });

  test.runIf(from === 'embedded')('[D11] one that only said its set-up link is empty', async () => {
    const file = join(await places.folder(), 'one.soak');
    await opened(await places.place(from), async (db) => {
      await sql`insert into teams (id, name) values (gen_random_uuid(), 'Theirs')`.execute(db);
      await backUp(db, file);
    });
    const started = await places.place(from);
    await opened(started, (db) =>
      sql`insert into one_time_links (id, secret_hash, purpose, created_at, expires_at) values ('a', 'b', 'set-up', now(), now())`.execute(
        db,
      ),
    );
    await restore(file, started);
    const found = await opened(started, (db) => rowsOf(db, []));
    expect(found.teams?.join()).toContain('Theirs');
    expect(found.one_time_links).toEqual(['']);
  });
});
