import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { type RealPostgres, startPostgres } from '#e2e/postgres.ts';
import { isDatabaseUnavailable } from './engine/errors.ts';
import { type OpenedDatabase, openDatabase } from './open.server.ts';

// a server is stopped and recovers several times: a busy machine takes its time
vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(inject('postgresUrl') === null)('PostgreSQL stopped in immediate mode', () => {
  let postgres: RealPostgres;
  let opened: OpenedDatabase;
  const idleErrors: Error[] = [];
  const ask = () => opened.db.selectFrom('teams').select('name').execute();

  beforeAll(async () => {
    postgres = await startPostgres({ durable: true });
    const databaseUrl = await postgres.createDatabase('stopped');
    opened = await openDatabase({ databaseUrl }, { onIdleError: (error) => void idleErrors.push(error) });
  });
  afterAll(async () => {
    await opened.close();
    await postgres.remove();
  });

  test('what is asked meanwhile fails soon and as unavailable, idle connections end nobody, and it recovers', async () => {
    for (let time = 0; time < 3; time++) {
      const held = opened.db.transaction().execute(async (tx) => {
        await tx
          .insertInto('teams')
          .values({ id: crypto.randomUUID() as never, name: 'never' })
          .execute();
        await Promise.all([ask(), ask(), ask()]);
        await postgres.stopImmediately();
        await tx.selectFrom('teams').select('name').execute();
      });
      const inside = await held.catch((error: unknown) => error);
      expect(isDatabaseUnavailable(inside), String(inside)).toBe(true);
      const began = performance.now();
      const outside = await ask().catch((error: unknown) => error);
      expect(isDatabaseUnavailable(outside), String(outside)).toBe(true);
      expect(performance.now() - began).toBeLessThan(6_000);
      expect(await opened.isReachable()).toBe(false);
      await postgres.start();
      expect(await ask()).toEqual([]);
      expect(await opened.isReachable()).toBe(true);
    }
    expect(idleErrors.length).toBeGreaterThan(0);
  });

  test('a program that starts while it is stopped says so in a sentence', async () => {
    await postgres.stopImmediately();
    await expect(openDatabase({ databaseUrl: postgres.url('stopped') })).rejects.toThrow(
      /PostgreSQL at DATABASE_URL/,
    );
    await postgres.start();
  });
});
