import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';

import { type OpenedDatabase, type OpenOptions, openDatabase } from './open.server.ts';
import type { Schema } from './schema.ts';
import { databasesOf } from './testing-names.ts';
import { openedAgain } from './testing-reuse.ts';

export interface TestEngine {
  name: 'PGlite' | 'PostgreSQL';
  /** A migrated, empty database for this block of tests, shared by them. Only inside tests and hooks. */
  readonly db: Kysely<Schema>;
  readonly opened: OpenedDatabase;
  /** One more of its own, closed after the block. */
  fresh(options?: OpenOptions): Promise<OpenedDatabase>;
}

/** The same tests on every engine: PGlite always, PostgreSQL where it is installed. */
export function forEachEngine(body: (engine: TestEngine) => void): void {
  describe('on PGlite', () => body(engineOfBlock('PGlite', openEmbedded)));
  onPostgres(body);
}

/** PostgreSQL alone, where two must be able to wait for one another. */
export function onPostgres(body: (engine: TestEngine) => void): void {
  describe.skipIf(inject('postgresUrl') === null)('on PostgreSQL', () =>
    body(engineOfBlock('PostgreSQL', openPostgres)),
  );
}

/** PGlite alone, for tests of what stands above the database. */
export function withDatabase(body: (engine: TestEngine) => void): void {
  body(engineOfBlock('PGlite', openEmbedded));
}

type Opening = (options: OpenOptions) => Promise<{ opened: OpenedDatabase; remove(): Promise<void> }>;

function engineOfBlock(name: TestEngine['name'], open: Opening): TestEngine {
  const made: Awaited<ReturnType<Opening>>[] = [];
  const make = async (options: OpenOptions = {}) => {
    const one = await open(options);
    made.push(one);
    return one.opened;
  };
  let shared: OpenedDatabase | null = null;
  const opened = () => {
    if (!shared) throw new Error('The test database is open inside tests and hooks only.');
    return shared;
  };
  beforeAll(async () => {
    shared = await make();
  });
  afterAll(async () => {
    for (const one of made) {
      await one.opened.close();
      await one.remove();
    }
  });
  return {
    name,
    get db() {
      return opened().db;
    },
    get opened() {
      return opened();
    },
    fresh: make,
  };
}

const openEmbedded = (options: OpenOptions): ReturnType<Opening> =>
  isPlain(options) ? openedAgain(plainEmbedded) : newEmbedded(options);

const openPostgres = (options: OpenOptions): ReturnType<Opening> =>
  isPlain(options) ? openedAgain(plainPostgres) : newPostgres(options);

const isPlain = (options: OpenOptions): boolean => Object.keys(options).length === 0;
const plainEmbedded = () => newEmbedded({});
const plainPostgres = () => newPostgres({});

async function newEmbedded(options: OpenOptions): ReturnType<Opening> {
  const dataDir = await mkdtemp(join(inject('scratch'), 'soak-test-'));
  const opened = await openDatabase({ dataDir }, options);
  return { opened, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

async function newPostgres(options: OpenOptions): ReturnType<Opening> {
  const server = inject('postgresUrl');
  if (server === null) throw new Error('PostgreSQL is not installed.');
  const name = `${databasesOf(inject('scratch'))}${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name} template soak_template strategy file_copy`);
  const opened = await openDatabase(
    { databaseUrl: Object.assign(new URL(server), { pathname: `/${name}` }).href },
    options,
  );
  return { opened, remove: () => administer(server, `drop database ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
