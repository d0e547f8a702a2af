import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { DatabaseUnavailable, isDatabaseUnavailable } from './engine/errors.ts';
import { withDatabase } from './testing.ts';

// threads die and folders are opened again: a busy machine takes its time
vi.setConfig({ testTimeout: 60_000 });

withDatabase((engine) => {
  const put = (name: string) =>
    engine.db
      .insertInto('teams')
      .values({ id: randomUUID() as never, name })
      .execute();
  const names = async () =>
    (await engine.db.selectFrom('teams').select('name').orderBy('name').execute()).map((row) => row.name);

  test('a thread that dies rejects all that waits in a sentence; what was committed is there afterwards', async () => {
    await put('committed');
    const pending = [
      sql`select count(*) from generate_series(1, 50000000)`.execute(engine.db),
      ...Array.from({ length: 5 }, (_, at) => put(`waiting ${at}`)),
    ].map((asked) => asked.catch((error: unknown) => error));
    // by now the first has gone to the thread and the others stand in line
    await new Promise((resolve) => setImmediate(resolve));
    await engine.opened.crash();
    const [running] = await Promise.all(pending);
    expect(running).toBeInstanceOf(DatabaseUnavailable);
    expect(isDatabaseUnavailable(running)).toBe(true);
    expect(await names()).toContain('committed');
    expect(await engine.opened.isReachable()).toBe(true);
  });

  test('a transaction the thread died in left nothing, and its handle stays broken', async () => {
    const cut = engine.db.transaction().execute(async (tx) => {
      await tx
        .insertInto('teams')
        .values({ id: randomUUID() as never, name: 'half' })
        .execute();
      await engine.opened.crash();
      await tx
        .insertInto('teams')
        .values({ id: randomUUID() as never, name: 'other half' })
        .execute();
    });
    expect(isDatabaseUnavailable(await cut.catch((error: unknown) => error))).toBe(true);
    const left = await names();
    expect(left).not.toContain('half');
    expect(left).not.toContain('other half');
  });

  test('it may die many times and keeps every committed row', async () => {
    const kept: string[] = [];
    for (let time = 0; time < 3; time++) {
      for (let row = 0; row < 10; row++) {
        const name = `row ${String(time).padStart(2, '0')} ${String(row).padStart(2, '0')}`;
        await put(name);
        kept.push(name);
      }
      await engine.opened.crash();
    }
    expect((await names()).filter((name) => name.startsWith('row '))).toEqual(kept);
  });
});
