/** Once per test run: the embedded engine's template, and a real PostgreSQL with migrated tables to copy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/open.server.ts';
import { ensureTemplate } from '#db/template.server.ts';
import { databasesOf } from '#db/testing-names.ts';
import { findPostgresPrograms, startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's PostgreSQL listens, or null where there is none. */
    postgresUrl: string | null;
    /** A folder that goes with the run. */
    scratch: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureTemplate();
  const given = process.env.TEST_DATABASE_URL;
  const own = given || !mayStart() ? null : await startPostgres();
  const url = given ?? own?.url() ?? null;
  if (url !== null) await prepare(url);
  project.provide('postgresUrl', url);
  const scratch = await mkdtemp(join(tmpdir(), 'soak-tests-'));
  project.provide('scratch', scratch);
  return async () => {
    await own?.remove();
    if (given) await dropDatabases(given, databasesOf(scratch));
    await rm(scratch, { recursive: true, force: true });
  };
}

function mayStart(): boolean {
  if (findPostgresPrograms()) return true;
  if (process.env.CI)
    throw new Error('In CI the database tests need PostgreSQL 15 or newer, and there is none.');
  console.warn('No PostgreSQL here: the database tests run on the embedded engine only.');
  return false;
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  await client.end();
}

/** One migrated database, which each block of tests copies. */
async function prepare(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('drop database if exists soak_template with (force)');
  await client.query('create database soak_template');
  await client.end();
  const template = new URL(url);
  template.pathname = '/soak_template';
  const opened = await openDatabase({ databaseUrl: template.href });
  await opened.close();
}
