import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type Program, startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { form } from './company.ts';

describe('on the embedded database', () => theWayBackIn(async () => null));
describe.skipIf(!findPostgresPrograms())('on PostgreSQL', () => theWayBackIn(() => startPostgres()));

/** An administrator who has lost the way in, as the README says: `npm run admin-link`, on the machine itself. */
function theWayBackIn(openPostgres: () => Promise<RealPostgres | null>) {
  let postgres: RealPostgres | null = null;
  let program: Program;
  let dataDir = '';
  const env: Record<string, string> = {};
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'soak-admin-'));
    postgres = await openPostgres();
    if (postgres) env.DATABASE_URL = await postgres.createDatabase('soak');
    program = await startProgram({ dataDir, env });
    env.PORT = new URL(program.origin).port;
  });
  afterAll(async () => {
    await program.kill();
    await postgres?.remove();
    await rm(dataDir, { recursive: true, force: true });
  });

  const adminLink = async (...args: string[]) => {
    const { PATH, HOME } = process.env;
    const run = promisify(execFile)('npm', ['run', '--silent', 'admin-link', '--', ...args], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH, HOME, DATA_DIR: dataDir, ...env },
    });
    const said = await run.catch((error: { stdout: string; stderr: string }) => error);
    return `${said.stdout}${said.stderr}`;
  };
  const linkIn = (said: string) => {
    const url = /^http\S+\/password\/\S+$/m.exec(said)?.[0];
    if (!url) throw new Error(`no link in: ${said}`);
    return url;
  };
  const comesInWith = async (url: string, password: string) => {
    expect(new URL(url).origin).toBe(program.origin);
    const answer = await reach(program.origin, new URL(url).pathname, form({ password }));
    expect(answer.status, answer.text).toBe(303);
    const signedIn = await reach(program.origin, '/sign-in', form({ email: 'root@demo.test', password }));
    expect(signedIn.status).toBe(303);
  };

  it('[P8] a link beside the running server lets the administrator choose a new password, once', async () => {
    const url = linkIn(await adminLink('root@demo.test'));
    await comesInWith(url, 'a new password');
    const again = await reach(program.origin, new URL(url).pathname, form({ password: 'another password' }));
    expect(again.status).toBe(404);
  });

  it('[P8] nobody else gets one', async () => {
    expect(await adminLink('felicity@demo.test')).toContain(
      'No active administrator has the address felicity@demo.test.',
    );
  });

  it('[P8] a link made while the server was down works once it is up, also after a kill', async () => {
    await program.kill();
    const url = linkIn(await adminLink());
    program = await startProgram({ dataDir, env, entry: 'server/start.server.ts' });
    await comesInWith(url, 'one more password');
  });
}
