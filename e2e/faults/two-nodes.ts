import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Balancer, startBalancer } from '../balancer.ts';
import { freePort } from '../free-port.ts';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type Program, type ProgramOptions, startProgram } from '../program.ts';
import { findRedisProgram, type RealRedis, startRedis } from '../redis.ts';

type Which = 'one' | 'other';

export interface TwoNodes {
  readonly postgres: RealPostgres;
  readonly redis: RealRedis;
  readonly one: Program;
  readonly other: Program;
  /** A node's own address, past the balancer. */
  address(which: Which): string;
  /** Starts a node that was stopped or killed, where it was. */
  restart(which: Which): Promise<void>;
}

export interface BalancedNodes extends TwoNodes {
  readonly balancer: Balancer;
  /** Whoever comes through the balancer from now on is sent to this node while it lives; null: to each in turn. */
  prefer(which: Which | null): void;
}

const areHere = () => findPostgresPrograms() !== null && findRedisProgram() !== null;

/** The collaboration server twice, on one PostgreSQL and one Redis, all of them real and in processes of their own. */
export function onTwoNodes(body: (nodes: TwoNodes) => void, env: Record<string, string> = {}): void {
  const entry = (): ProgramOptions['entry'] => 'e2e/collab-program.server.ts';
  const ownPorts = async () => ({ ports: [await freePort(), await freePort()], env });
  describe.skipIf(!areHere())('two nodes', () => body(started(entry, ownPorts)));
}

/** The whole program twice, behind a balancer without sticky sessions: the compose file without its containers. */
export function onBalancedNodes(body: (nodes: BalancedNodes) => void): void {
  // the first start of the first brings the example reviews; from then on all are as `npm start` has them
  let isSeeded = false;
  const entry = (): ProgramOptions['entry'] => {
    if (isSeeded) return 'server/start.server.ts';
    isSeeded = true;
    return 'e2e/test-program.server.ts';
  };
  describe.skipIf(!areHere())('two nodes behind a balancer', () => {
    let balancer: Balancer | null = null;
    const ports: number[] = [];
    const nodes = started(entry, async () => {
      ports.push(await freePort(), await freePort());
      balancer = await startBalancer(ports);
      return { ports, env: { BASE_URL: balancer.origin } };
    });
    afterAll(() => balancer?.close());
    body(
      Object.defineProperties(
        {
          prefer: (which: Which | null) =>
            balancer?.prefer(which && (ports[which === 'one' ? 0 : 1] ?? null)),
        },
        {
          ...Object.getOwnPropertyDescriptors(nodes),
          balancer: { get: () => running(balancer) },
        },
      ) as BalancedNodes,
    );
  });
}

interface Front {
  ports: readonly number[];
  env: Record<string, string>;
}

function started(entry: () => ProgramOptions['entry'], openFront: () => Promise<Front>): TwoNodes {
  let postgres: RealPostgres | null = null;
  let redis: RealRedis | null = null;
  let front: Front | null = null;
  let dataDir = '';
  const programs: Partial<Record<Which, Program>> = {};

  const portOf = (which: Which) => String(running(front).ports[which === 'one' ? 0 : 1]);
  const start = async (which: Which) => {
    const env = {
      DATABASE_URL: running(postgres).url('nodes'),
      REDIS_URL: running(redis).url,
      PORT: portOf(which),
      ...running(front).env,
    };
    programs[which] = await startProgram({ entry: entry(), dataDir, env });
  };
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'soak-nodes-'));
    postgres = await startPostgres();
    await postgres.createDatabase('nodes');
    redis = await startRedis();
    front = await openFront();
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
    address: (which) => `http://127.0.0.1:${portOf(which)}`,
    restart: start,
  };
}

function running<T>(one: T | null | undefined): T {
  if (!one) throw new Error('nodes run inside tests and hooks only');
  return one;
}
