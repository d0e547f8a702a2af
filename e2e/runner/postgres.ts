import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const call = promisify(execFile);
const PACKAGED = '/usr/lib/postgresql';

export interface Postgres {
  /** TEST_DATABASE_URL where there is a server; empty where there is none. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The PostgreSQL that TEST_DATABASE_URL names, else a throw-away one from the installed package. Says so in one line when there is neither. */
export async function preparePostgres(say: (line: string) => void): Promise<Postgres> {
  if (process.env.TEST_DATABASE_URL) return { env: {}, stop: async () => {} };
  const programs = await installedPrograms();
  if (programs) return startThrowAway(programs);
  say(
    'No PostgreSQL here: what needs one is left out. Set TEST_DATABASE_URL, or install postgresql 15 or later.',
  );
  if (process.env.CI) throw new Error('CI is set, and the tests on PostgreSQL cannot be left out there');
  return { env: {}, stop: async () => {} };
}

/** The newest packaged version's folder of programs, 15 or later. */
async function installedPrograms(): Promise<string | null> {
  const versions = await readdir(PACKAGED).catch(() => []);
  const newest = versions.map(Number).filter((version) => version >= 15);
  return newest.length > 0 ? join(PACKAGED, String(Math.max(...newest)), 'bin') : null;
}

async function startThrowAway(programs: string): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'soak-test-postgres-'));
  const port = await freePort();
  // initdb refuses to run as root
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await call('chown', ['nobody', folder]);
  else await chmod(folder, 0o700);
  const as = (program: string, ...args: string[]) =>
    asRoot
      ? call('runuser', ['-u', 'nobody', '--', join(programs, program), ...args], { cwd: folder })
      : call(join(programs, program), args, { cwd: folder });
  const data = join(folder, 'data');
  await as(
    'initdb',
    '-D',
    data,
    '-U',
    'soak',
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  );
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
  await as('pg_ctl', '-D', data, '-w', '-o', settings, '-l', join(folder, 'server.log'), 'start');
  return {
    env: { TEST_DATABASE_URL: `postgres://soak@127.0.0.1:${port}/postgres` },
    async stop() {
      await as('pg_ctl', '-D', data, '-m', 'immediate', 'stop').catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
