/** A real PostgreSQL for tests: started in a temporary folder, stopped as rudely as a test wants. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

export interface RealPostgres {
  /** Connection string of a database in it. */
  url(database?: string): string;
  /** Gives the new database's connection string. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** From now on, or no longer, nothing may be stored in that database; whoever is connected is sent away, as at a failover. */
  setReadOnly(database: string, readOnly: boolean): Promise<void>;
  /** Moves tables of a database to another disk. */
  moveTables(database: string, folder: string, tables: readonly string[]): Promise<void>;
  start(): Promise<void>;
  /** As if the machine lost power, but for what the disk already has. */
  stopImmediately(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** The folder of PostgreSQL's programs, version 15 or newer, or null. */
export function findPostgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const places = versions.sort((a, b) => b - a).map((version) => `${debian}/${version}/bin`);
  return (
    [...places, ...(process.env.PATH ?? '').split(delimiter)].find((place) =>
      existsSync(join(place, 'initdb')),
    ) ?? null
  );
}

/** `durable`: with fsync, for tests that stop it; without, it is quicker. */
export async function startPostgres({ durable = false } = {}): Promise<RealPostgres> {
  const programs = findPostgresPrograms();
  if (!programs) throw new Error('PostgreSQL’s programs (initdb, postgres) are not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'soak-postgres-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const initdb = ['-D', cluster, '-U', 'soak', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'ignore' });
  return running(join(programs, 'postgres'), folder, await freePort(), durable);
}

async function running(
  program: string,
  folder: string,
  port: number,
  durable: boolean,
): Promise<RealPostgres> {
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'shared_buffers=64MB',
  ];
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const line = [
    '-D',
    join(folder, 'cluster'),
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const url = (database = 'postgres') => `postgres://soak@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | null = null;
  const user = unprivileged();

  const start = async () => {
    server = spawn(program, line, { ...user, cwd: folder, stdio: 'ignore' });
    await answering(url(), server);
  };
  const stop = async () => {
    const stopping = server;
    server = null;
    if (!stopping || stopping.exitCode !== null) return;
    const gone = new Promise((resolve) => stopping.once('exit', resolve));
    stopping.kill('SIGQUIT');
    await gone;
  };
  const orphan = () => server?.kill('SIGQUIT');
  process.once('exit', orphan);
  await start();
  return {
    url,
    start,
    stopImmediately: stop,
    async createDatabase(name, template = 'template1') {
      await withClient(url(), (client) =>
        client.query(`create database "${name}" template "${template}" strategy file_copy`),
      );
      return url(name);
    },
    setReadOnly: (database, readOnly) =>
      withClient(url(), async (client) => {
        await client.query(
          `alter database "${database}" set default_transaction_read_only = ${readOnly ? 'on' : 'off'}`,
        );
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
          database,
        ]);
      }),
    moveTables: (database, folder, tables) =>
      withClient(url(database), async (client) => {
        if (user) chownSync(folder, user.uid, user.gid);
        await client.query(`create tablespace elsewhere location '${folder}'`);
        for (const table of tables) await client.query(`alter table "${table}" set tablespace elsewhere`);
      }),
    async remove() {
      await stop();
      process.off('exit', orphan);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; then it runs as somebody who may do little. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (what: string) =>
        Number(execFileSync('id', [what, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
      return { uid: ask('-u'), gid: ask('-g') };
    } catch {
      // not on this machine; the next one
    }
  }
  return null;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await withClient(url, async (client) => void (await client.query('select 1')));
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
