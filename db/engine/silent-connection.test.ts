import { describe, expect, inject, test } from 'vitest';
import { startPostgres } from '#e2e/postgres.ts';
import { openPostgresPool } from './postgres-pool.server.ts';

describe.skipIf(inject('postgresUrl') === null)('a connection that falls silent', () => {
  test('is told of once its time is over, and nobody is handed it again', async () => {
    // a server of its own: the process that is halted must be one on this machine
    const postgres = await startPostgres();
    const limits = { connections: 2, statementMs: 100, connectMs: 5_000 };
    const pool = openPostgresPool(await postgres.createDatabase('silent'), limits, () => {});
    const silent = await pool.connect();
    const { rows } = await silent.query('select pg_backend_pid() as pid');
    const { pid } = rows[0] as { pid: number };
    process.kill(pid, 'SIGSTOP');
    try {
      await expect(silent.query('select 1')).rejects.toThrow('Query read timeout');
      // as Kysely gives it back: without saying that something is wrong with it
      silent.release();
      for (let time = 0; time < 3; time++)
        expect((await pool.query('select pg_backend_pid() as pid')).rows).not.toEqual([{ pid }]);
    } finally {
      process.kill(pid, 'SIGCONT');
      await pool.end();
      await postgres.remove();
    }
  });
});
