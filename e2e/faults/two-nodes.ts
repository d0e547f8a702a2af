import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type Program, type ProgramOptions, startProgram } from '../program.ts';
import { findRedisProgram, type RealRedis, startRedis } from '../redis.ts';

export interface TwoNodes {
  readonly postgres: RealPostgres;
  readonly redis: RealRedis;
  readonly one: Program;
  readonly other: Program;
  /** Starts a node that was stopped or killed, where it was. */
  restart(which: 'one' | 'other'): Promise<void>;
}

/** Two programs on one PostgreSQL and one Redis, all of them real, for a block of tests. */
export function onTwoNodes(
  body: (nodes: TwoNodes) => void,
  options: Pick<ProgramOptions, 'entry' | 'env'> = { entry: 'e2e/collab-program.server.ts' },
): void {
  describe.skipIf(!findPostgresPrograms() || !findRedisProgram())('two nodes', () => body(started(options)));
}

function started(options: Pick<ProgramOptions, 'entry' | 'env'>): TwoNodes {
  let postgres: RealPostgres | null = null;
  let redis: RealRedis | null = null;
  let dataDir = '';
  const programs: Partial<Record<'one' | 'other', Program>> = {};

  const start = async (which: 'one' | 'other') => {
    const port = programs[which] && new URL(programs[which].origin).port;
    const env = {
      DATABASE_URL: running(postgres).url('nodes'),
      REDIS_URL: running(redis).url,
      ...(port && { PORT: port }),
      ...options.env,
    };
    programs[which] = await startProgram({ ...options, dataDir, env });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'soak-nodes-'));
    postgres = await startPostgres({ durable: true });
    await postgres.createDatabase('nodes');
    redis = await startRedis();
    await start('one');
    await start('other');
  });
  afterAll(async () => {
    await programs.one?.kill();
    await programs.other?.kill();
    await redis?.remove();
    await postgres?.remove();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    get postgres() {
      return running(postgres);
    },
    get redis() {
      return running(redis);
    },
    get one() {
      return running(programs.one);
    },
    get other() {
      return running(programs.other);
    },
    restart: start,
  };
}

function running<T>(one: T | null | undefined): T {
  if (!one) throw new Error('nodes run inside tests and hooks only');
  return one;
}
