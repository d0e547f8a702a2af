import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isForeignKeyViolation, isStatementTimeout, isUniqueViolation } from './engine/errors.ts';
import { forEachEngine } from './testing.ts';

forEachEngine((engine) => {
  const note = (action: string) => ({ at: new Date(), person_id: null, action, about: '{}' });
  const countOf = async (action: string) =>
    (await engine.db.selectFrom('audit').selectAll().where('action', '=', action).execute()).length;

  test('results have the same types on every engine', async () => {
    const { rows } =
      await sql`select 9007199254740991::int8 as int8, 7::int4 as int4, 1.5::float8 as float8, 1.50::numeric as numeric,
      true as bool, 'é'::text as text, '2026-03-29 01:30:00.123456+00'::timestamptz as timestamptz, '2026-03-29'::date as date,
      '{"a":[1,null]}'::jsonb as jsonb, '"s"'::json as json, '\\x00ff'::bytea as bytea, null::text as nothing, count(*) as count,
      '6f1c2b9e-0000-4000-8000-000000000001'::uuid as uuid, array['a','b,c'] as texts, array[1,2]::int8[] as int8s,
      array['2026-03-29']::date[] as dates, '{}'::text[] as none`.execute(engine.db);
    expect(rows[0]).toStrictEqual({
      int8: 9007199254740991,
      int4: 7,
      float8: 1.5,
      numeric: '1.50',
      bool: true,
      text: 'é',
      timestamptz: new Date('2026-03-29T01:30:00.123Z'),
      date: '2026-03-29',
      jsonb: { a: [1, null] },
      json: 's',
      bytea: new Uint8Array([0, 255]),
      nothing: null,
      count: 1,
      uuid: '6f1c2b9e-0000-4000-8000-000000000001',
      texts: ['a', 'b,c'],
      int8s: [1, 2],
      dates: ['2026-03-29'],
      none: [],
    });
  });

  test('what is written comes back as it was', async () => {
    const large = new Uint8Array(300_000).map((_, index) => index % 251);
    const at = new Date('1999-12-31T23:59:59.999Z');
    const { rows } =
      await sql`select ${large}::bytea as bytes, ${large.subarray(10, 12)}::bytea as part, ${at}::timestamptz as at,
      ${JSON.stringify({ 'a"': '’' })}::jsonb as json, ${['x', 'y "z"']}::text[] as texts, ${true}::bool as yes, ${null}::text as nothing,
      ${42}::int8 as int8, ${'2026-02-28'}::date as day`.execute(engine.db);
    expect(rows[0]).toStrictEqual({
      bytes: large,
      part: new Uint8Array([10, 11]),
      at,
      json: { 'a"': '’' },
      texts: ['x', 'y "z"'],
      yes: true,
      nothing: null,
      int8: 42,
      day: '2026-02-28',
    });
  });

  test('a statement that comes again and again gives what it gave at first', async () => {
    const bytes = new Uint8Array([0, 255]);
    const at = new Date('2026-03-29T01:30:00.123Z');
    for (let time = 0; time < 3; time++) {
      const { rows } =
        await sql`select ${bytes}::bytea as bytes, ${at}::timestamptz as at, ${null}::text as nothing, ${time}::int8 as time,
        ${'{"a":[1]}'}::jsonb as json`.execute(engine.db);
      expect(rows).toStrictEqual([{ bytes, at, nothing: null, time, json: { a: [1] } }]);
      const none = await sql`select 1 as one where ${time}::int4 < 0`.execute(engine.db);
      expect(none.rows).toStrictEqual([]);
    }
  });

  test('a statement that comes again fails as it would have at first, and goes on afterwards', async () => {
    const half = (of: number) => sql<{ half: number }>`select 4 / ${of}::int4 as half`.execute(engine.db);
    for (let time = 0; time < 3; time++) {
      await expect(half(0)).rejects.toMatchObject({ code: '22012' });
      expect((await half(2)).rows).toStrictEqual([{ half: 2 }]);
    }
  });

  test('a statement outlives a transaction that was taken back', async () => {
    const one = (on: typeof engine.db) => sql`select ${1}::int4 as one`.execute(on);
    for (let time = 0; time < 3; time++) {
      const failing = engine.db.transaction().execute(async (tx) => {
        await one(tx);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect((await one(engine.db)).rows).toStrictEqual([{ one: 1 }]);
    }
  });

  test('a statement follows its table through a change of its shape', async () => {
    const rows = async () => (await sql`select * from shapes where a <> ${'none'}`.execute(engine.db)).rows;
    await sql`create table shapes (a text)`.execute(engine.db);
    await sql`insert into shapes values ('a')`.execute(engine.db);
    for (let time = 0; time < 3; time++) expect(await rows()).toStrictEqual([{ a: 'a' }]);
    await sql`alter table shapes add b text default 'b'`.execute(engine.db);
    expect(await rows()).toStrictEqual([{ a: 'a', b: 'b' }]);
    await sql`drop table shapes`.execute(engine.db);
  });

  test('more statements than are kept ready, each many times', async () => {
    for (let time = 0; time < 3; time++)
      for (let which = 0; which < 200; which++) {
        const { rows } = await sql`select ${sql.lit(which)}::int4 + ${time}::int4 as sum`.execute(engine.db);
        expect(rows).toStrictEqual([{ sum: which + time }]);
      }
    for (let time = 0; time < 450; time++) {
      const { rows } = await sql`select ${time}::int4 as often`.execute(engine.db);
      expect(rows).toStrictEqual([{ often: time }]);
    }
  });

  test('a statement says how many rows it changed', async () => {
    await engine.db
      .insertInto('audit')
      .values([note('counted'), note('counted')])
      .execute();
    const changed = await engine.db
      .updateTable('audit')
      .set({ person_id: null })
      .where('action', '=', 'counted')
      .executeTakeFirst();
    const removed = await engine.db.deleteFrom('audit').where('action', '=', 'counted').executeTakeFirst();
    expect([changed.numUpdatedRows, removed.numDeletedRows]).toEqual([2n, 2n]);
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const failing = engine.db.transaction().execute(async (tx) => {
      await tx.insertInto('audit').values(note('rolled back')).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await countOf('rolled back')).toBe(0);
  });

  test('a statement that fails inside a transaction takes the whole of it back', async () => {
    const id = randomUUID();
    const failing = engine.db.transaction().execute(async (tx) => {
      await tx.insertInto('audit').values(note('half')).execute();
      await sql`insert into teams (id, name) values (${id}, 'one'), (${id}, 'two')`.execute(tx);
    });
    await expect(failing).rejects.toThrow();
    expect(await countOf('half')).toBe(0);
  });

  test('many at once neither mix nor wait for ever', async () => {
    const raise = () =>
      engine.db.transaction().execute(async (tx) => {
        const { value } = await tx
          .selectFrom('rights_counter')
          .select('value')
          .forUpdate()
          .executeTakeFirstOrThrow();
        await tx
          .updateTable('rights_counter')
          .set({ value: value + 1 })
          .execute();
      });
    const before = await engine.db.selectFrom('rights_counter').select('value').executeTakeFirstOrThrow();
    await Promise.all(Array.from({ length: 40 }, raise));
    const after = await engine.db.selectFrom('rights_counter').select('value').executeTakeFirstOrThrow();
    expect(after.value - before.value).toBe(40);
  });

  test('a unique violation is known by its name', async () => {
    const team = () => ({ id: randomUUID() as never, name: 'Platform' });
    await engine.db.insertInto('teams').values(team()).execute();
    const error = await engine.db
      .insertInto('teams')
      .values(team())
      .execute()
      .catch((caught: unknown) => caught);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'teams_name_key')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
  });

  test('a missing neighbour is known too', async () => {
    const row = { team_id: randomUUID() as never, person_id: randomUUID() as never };
    const error = await engine.db
      .insertInto('team_members')
      .values(row)
      .execute()
      .catch((caught: unknown) => caught);
    expect(isForeignKeyViolation(error)).toBe(true);
  });

  test('[bad input 46] a NUL in a text is refused and the connection goes on', async () => {
    await expect(engine.db.insertInto('audit').values(note('nul \u0000')).execute()).rejects.toThrow();
    expect(await countOf('nothing of it')).toBe(0);
  });

  test('a statement that takes too long is stopped, and the next one is answered', async () => {
    const { db } = await engine.fresh({ statementMs: 700 });
    await db.insertInto('audit').values(note('before')).execute();
    const slow = sql`select count(*) from generate_series(1, 60000000) as n where n % 7 = 3`.execute(db);
    const error = await slow.catch((caught: unknown) => caught);
    expect(isStatementTimeout(error)).toBe(true);
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'before' }]);
  });

  test('inside a transaction another handle may wait, never block for ever', async () => {
    const { db } = await engine.fresh({ waitingMs: 500 });
    await db.transaction().execute(async (tx) => {
      await tx.insertInto('audit').values(note('held')).execute();
      const outside = db
        .selectFrom('audit')
        .selectAll()
        .execute()
        .catch((error: unknown) => error);
      const seen = await outside;
      if (engine.name === 'PGlite') expect(seen).toBeInstanceOf(Error);
      else expect(seen).toEqual([]);
    });
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'held' }]);
  });
});
