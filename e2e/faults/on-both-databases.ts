import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type Program, startProgram } from '../program.ts';
import type { At } from './writers.ts';
import { DOCUMENT, WRITER } from './written.ts';

export interface Place {
  engine: 'embedded' | 'postgres';
  /** Starts the collaboration program, or starts it again where it was. */
  start(env?: Record<string, string>): Promise<Program>;
  /** Where writers find it; the same after each start. */
  readonly at: At;
  /** Only on PostgreSQL. */
  readonly postgres: RealPostgres;
}

/** How often a fault is repeated: two tests on two databases make a thousand kills of it in `npm run test:long`. */
export const ROUNDS = process.env.SOAK_LONG ? 250 : 2;

/** The same faults on the embedded database and on PostgreSQL, each with one program that keeps its place. */
export const onBothDatabases = (body: (place: Place) => void): void => {
  describe('on PGlite', () => body(placeOn('embedded')));
  describe.skipIf(!findPostgresPrograms())('on PostgreSQL', () => body(placeOn('postgres')));
};

export const onPostgres = (body: (place: Place) => void): void => {
  describe.skipIf(!findPostgresPrograms())('on PostgreSQL', () => body(placeOn('postgres')));
};

const placeOn = (engine: 'embedded' | 'postgres'): Place => {
  let dataDir = '';
  let postgres: RealPostgres | null = null;
  let program: Program | null = null;
  let port = '0';
  const env: Record<string, string> = {};
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'soak-fault-'));
    if (engine === 'embedded') return;
    postgres = await startPostgres({ durable: true });
    env.DATABASE_URL = await postgres.createDatabase('faults');
  });
  afterAll(async () => {
    await program?.kill();
    await postgres?.remove();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    engine,
    start: async (more = {}) => {
      await program?.kill();
      program = await startProgram({
        dataDir,
        entry: 'e2e/collab-program.server.ts',
        env: { ...env, PORT: port, COMPACT_OFTEN: 'yes', ...more },
      });
      port = new URL(program.origin).port;
      return program;
    },
    get at() {
      return { origin: program?.origin ?? '', cookie: `who=${WRITER}`, document: DOCUMENT };
    },
    get postgres() {
      if (!postgres) throw new Error('no PostgreSQL here');
      return postgres;
    },
  };
};
