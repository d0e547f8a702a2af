import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Migration, migrate, readMigrations } from './migrate.server.ts';
import { forEachEngine } from './testing.ts';

const more = (text: string): Migration => ({ name: '9001_more.sql', text, hash: text });

forEachEngine((engine) => {
  test('what is recorded is not run again', async () => {
    await migrate(engine.db, await readMigrations());
    const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(
      engine.db,
    );
    expect(rows.map((row) => row.name)).toEqual((await readMigrations()).map((migration) => migration.name));
  });

  test('a migration that fails leaves nothing behind and is not recorded', async () => {
    const { db } = await engine.fresh();
    const broken = more('create table half (id int); select * from nowhere;');
    await expect(migrate(db, [...(await readMigrations()), broken])).rejects.toThrow(/nowhere/);
    const { rows } = await sql`select to_regclass('half') as half`.execute(db);
    expect(rows).toEqual([{ half: null }]);
    await migrate(db, [...(await readMigrations()), more('create table half (id int); select 1;')]);
  });

  test('two programs that start at once bring it forward once', async () => {
    const { db } = await engine.fresh();
    const all = [...(await readMigrations()), more('create table once (id int);')];
    await Promise.all([migrate(db, all), migrate(db, all), migrate(db, all)]);
    const { rows } = await sql`select name from migrations where name = '9001_more.sql'`.execute(db);
    expect(rows).toHaveLength(1);
  });

  test('a changed migration and a newer database are refused in a sentence', async () => {
    const { db } = await engine.fresh();
    const known = await readMigrations();
    const changed = known.map((migration, index) =>
      index === 0 ? { ...migration, hash: 'other' } : migration,
    );
    await expect(migrate(db, changed)).rejects.toThrow(/0001_people\.sql is not what it was/);
    await migrate(db, [...known, more('select 1;')]);
    await expect(migrate(db, known)).rejects.toThrow(/made by a newer Soak \(it has 9001_more\.sql\)/);
  });
});
