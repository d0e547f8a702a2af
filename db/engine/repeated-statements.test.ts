import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { commitSoonOrNever } from '../documents.ts';
import { withDatabase } from '../testing.ts';

withDatabase((engine) => {
  const ready = async () => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from pg_prepared_statements`.execute(engine.db);
    return rows[0]?.count ?? 0;
  };
  const ask = () => sql`select ${1}::int4 as asked_again`.execute(engine.db);

  test('a statement is ready from the second time on, and through transactions and their settings', async () => {
    await ask();
    const before = await ready();
    await ask();
    expect(await ready()).toBe(before + 1);
    await engine.db.transaction().execute(commitSoonOrNever);
    expect(await ready()).toBe(before + 1);
  });

  test('nothing is ready after a change of tables', async () => {
    await ask();
    await ask();
    expect(await ready()).toBeGreaterThan(0);
    await sql`create table for_a_moment (a int)`.execute(engine.db);
    expect(await ready()).toBe(0);
  });
});
