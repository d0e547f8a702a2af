import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type Program, startProgram } from '../program.ts';
import { signIn } from './company.ts';
import { command, findPlaces, roomState } from './meeting-place.ts';
import { ROUNDS } from './on-both-databases.ts';
import { type At, lost, readWords, startWriter, until } from './writers.ts';

describe('on PGlite', () => theWholeProgram(async () => null));
describe.skipIf(!findPostgresPrograms())('on PostgreSQL', () =>
  theWholeProgram(() => startPostgres({ durable: true })),
);

/** Not collaboration alone: the program as `npm start` has it, with the example reviews and a meeting going on. */
function theWholeProgram(openPostgres: () => Promise<RealPostgres | null>) {
  let postgres: RealPostgres | null = null;
  let program: Program;
  let dataDir = '';
  const env: Record<string, string> = {};
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'soak-killed-'));
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

  it('[D1] kill -9 again and again while six write and a meeting goes on: nothing acknowledged is lost, the room is where it was', async () => {
    const { origin } = program;
    const cookie = await signIn(origin, 'felicity');
    const { document, meeting } = await findPlaces(origin, cookie);
    const at: At = { origin, cookie, document };
    await command(origin, cookie, meeting, { command: 'start' });
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const writers = Array.from({ length: 6 }, () => startWriter(at, 10));
      await until(() => writers.every((writer) => writer.acknowledged.length > 10), 'all six write', 60_000);
      await command(origin, cookie, meeting, {
        command: 'capture',
        kind: 'insight',
        words: `Round ${round}`,
        target: null,
      });
      const room = await roomState(origin, cookie, meeting);
      await program.kill();
      const claims = writers.map((writer) => ({ acknowledged: [...writer.acknowledged] }));
      for (const writer of writers) writer.leave();
      program = await startProgram({ dataDir, env, entry: 'server/start.server.ts' });
      const { words } = await readWords(at);
      expect(lost(claims, words)).toEqual([]);
      expect(await roomState(origin, cookie, meeting)).toEqual(room);
      acknowledged += claims.reduce((sum, claim) => sum + claim.acknowledged.length, 0);
    }
    process.stdout.write(`[D1] whole program: ${ROUNDS} kills, ${acknowledged} acknowledged edits, 0 lost\n`);
  }, 3_600_000);
}
