import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENT, WRITER } from '../../faults/written.ts';
import { freePort } from '../../free-port.ts';
import { startPostgres } from '../../postgres.ts';
import { type ProgramOptions, startProgram } from '../../program.ts';
import type { Door } from './lean-client.ts';

export type Server = 'Hocuspocus, bare' | 'y-websocket' | 'Soak, PostgreSQL' | 'Soak, embedded';

export interface Running {
  door: Door;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PEERS = join(ROOT, 'node_modules', '.cache', 'soak-peers');
const Y_WEBSOCKET = join(PEERS, 'node_modules', '@y', 'websocket-server', 'src', 'server.js');

/** Fetches the y-websocket server, which nothing but this comparison needs. False where there is no network. */
export async function fetchPeers(): Promise<boolean> {
  if (existsSync(Y_WEBSOCKET)) return true;
  await mkdir(PEERS, { recursive: true });
  const versions = ['@y/websocket-server@0.1.1', 'yjs@13.6.33'];
  const child = spawn('npm', ['install', '--prefix', PEERS, '--no-audit', '--no-fund', ...versions], {
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return existsSync(Y_WEBSOCKET);
}

/** Soak's name in a comparison. */
export const soakOn = (engine: 'embedded' | 'postgres'): Server =>
  engine === 'postgres' ? 'Soak, PostgreSQL' : 'Soak, embedded';

/** How Soak's process is started. */
type Start = Required<Pick<ProgramOptions, 'asStarted' | 'env'>>;

const AS_STARTED: Start = { asStarted: true, env: {} };
/** With the small nursery of `npm run demo` and an allocator that gives back what it has no use for: what both hold ready for their next objects, 30 MB more or less, is kept small. */
const FRUGAL: Start = {
  asStarted: false,
  env: { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' },
};

/**
 * Starts one server, empty, in a process of its own, with so many documents (`documentName`).
 * @param isFrugal for measuring memory; Soak alone can be started so
 */
export function startServer(server: Server, documents = 1, isFrugal = false): Promise<Running> {
  const { asStarted, env } = isFrugal ? FRUGAL : AS_STARTED;
  const start = { asStarted, env: { ...env, DOCUMENTS: String(documents) } };
  if (server === 'Soak, embedded') return soak(start, async () => {});
  if (server === 'Soak, PostgreSQL') return soakOnPostgres(start);
  return memoryOnly(server);
}

async function soakOnPostgres({ asStarted, env }: Start): Promise<Running> {
  const postgres = await startPostgres({ durable: true });
  const DATABASE_URL = await postgres.createDatabase('peers');
  return soak({ asStarted, env: { ...env, DATABASE_URL } }, () => postgres.remove());
}

/** With its log on: what is seen elsewhere is stored. */
async function soak({ asStarted, env }: Start, afterwards: () => Promise<void>): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-peers-'));
  const program = await startProgram({
    dataDir,
    entry: 'e2e/collab-program.server.ts',
    asStarted,
    env: { ...env, MANY_SOCKETS: 'yes' },
  });
  return {
    door: {
      protocol: 'hocuspocus',
      url: `${program.origin.replace('http', 'ws')}/collab`,
      document: DOCUMENT,
      headers: { cookie: `who=${WRITER}`, origin: program.origin },
    },
    stop: async () => {
      await program.stop();
      await afterwards();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function memoryOnly(server: 'Hocuspocus, bare' | 'y-websocket'): Promise<Running> {
  const port = await freePort();
  const isHocuspocus = server === 'Hocuspocus, bare';
  const entry = isHocuspocus ? join(import.meta.dirname, 'bare-hocuspocus.ts') : Y_WEBSOCKET;
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port) },
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error(`${server} did not start`)));
  });
  const address = `ws://127.0.0.1:${port}/`;
  return {
    door: {
      protocol: isHocuspocus ? 'hocuspocus' : 'y-websocket',
      url: isHocuspocus ? address : `${address}${encodeURIComponent(DOCUMENT)}`,
      document: DOCUMENT,
      headers: {},
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
