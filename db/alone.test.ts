import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine, onPostgres } from './testing.ts';

onPostgres((engine) => {
  test('[D8] of two programs that would do one task, one does it and the other hears so at once', async () => {
    const { alone } = engine.opened;
    const ending = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const first = alone('one task', async () => {
      begun.resolve();
      await ending.promise;
      return 'done';
    });
    await begun.promise;
    expect(await alone('one task', async () => 'twice')).toBeNull();
    expect(await alone('another', async () => 'beside it')).toEqual({ done: 'beside it' });
    ending.resolve();
    expect(await first).toEqual({ done: 'done' });
    expect(await alone('one task', async () => 'again')).toEqual({ done: 'again' });
  });

  test('[D8] the lock goes with its connection, and what was done stays done', async () => {
    const { alone } = engine.opened;
    const done = await alone('cut off', async () => {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`.execute(engine.db);
      return 'through';
    });
    expect(done).toEqual({ done: 'through' });
    expect(await alone('cut off', async () => 'free again')).toEqual({ done: 'free again' });
  });
});

forEachEngine((engine) => {
  test('what fails alone says so, and holds up nobody', async () => {
    const { alone } = engine.opened;
    await expect(
      alone('fails', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await alone('fails', async () => 1)).toEqual({ done: 1 });
  });
});
