import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPostgresPrograms, startPostgres } from '../postgres.ts';
import { startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { until } from './writers.ts';

describe.skipIf(!findPostgresPrograms())('on PostgreSQL', () => {
  test('/readyz is true to the word: 503 while the database is away, ready again once it answers', async () => {
    const postgres = await startPostgres();
    const dataDir = await mkdtemp(join(tmpdir(), 'soak-ready-'));
    const env = { DATABASE_URL: await postgres.createDatabase('ready') };
    const program = await startProgram({ dataDir, env, entry: 'server/start.server.ts' });
    const ready = () => reach(program.origin, '/readyz');
    const alive = () => reach(program.origin, '/healthz');
    expect((await ready()).status).toBe(200);
    await postgres.stopImmediately();
    expect(await ready()).toMatchObject({ status: 503, text: 'The database cannot be reached.' });
    expect((await alive()).status).toBe(200);
    // figures do not ask the database
    expect((await reach(program.origin, '/metrics')).status).toBe(200);
    await postgres.start();
    await until(async () => (await ready()).status === 200, 'ready again', 5000);
    await program.stop();
    await postgres.remove();
    await rm(dataDir, { recursive: true, force: true });
  });
});
