import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgresPrograms, type RealPostgres, startPostgres } from '../postgres.ts';
import { type Program, startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { json, signIn } from './company.ts';
import { ROUNDS } from './on-both-databases.ts';
import { type At, lost, openTab, readWords, startWriter, until } from './writers.ts';

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

/** A write-up Felicity may write, and the meeting she is about to lead. */
async function findPlaces(origin: string, cookie: string): Promise<{ document: string; meeting: string }> {
  const { reviews } = (await reach(origin, '/api/v1/reviews', { cookie })).json() as {
    reviews: { id: string }[];
  };
  let document: string | null = null;
  let meeting: string | null = null;
  for (const { id } of reviews) {
    const name = `write-up:${id}:1`;
    if (!document && (await mayWrite({ origin, cookie, document: name }))) document = name;
    const { text } = await reach(origin, `/reviews/${id}/meeting`, { cookie });
    for (const [, found] of text.matchAll(/\/meetings\/([0-9a-f-]{36})/g)) {
      if (!meeting && found && (await isAboutToStart(origin, cookie, found))) meeting = found;
    }
  }
  if (!document || !meeting)
    throw new Error('the example reviews have nothing to write in, or no meeting to start');
  return { document, meeting };
}

async function mayWrite(at: At): Promise<boolean> {
  const tab = openTab(at);
  await until(() => tab.link.get().mode, 'let in');
  tab.close();
  return tab.link.get().mode === 'write';
}

async function isAboutToStart(origin: string, cookie: string, meeting: string): Promise<boolean> {
  const { state } = (await stateJson(origin, cookie, meeting)) as {
    state?: { phase?: string; kind?: string };
  };
  return state?.kind === 'review' && (state.phase === 'lobby' || state.phase === 'planned');
}

const stateJson = async (origin: string, cookie: string, meeting: string) => {
  const answer = await reach(origin, `/meetings/${meeting}/state.json`, { cookie });
  return (answer.status === 200 ? answer.json() : {}) as { state?: { rev: number } };
};

/** What everyone in the room sees, but for what the time of day changes. */
const roomState = async (origin: string, cookie: string, meeting: string) =>
  (await stateJson(origin, cookie, meeting)).state;

async function command(origin: string, cookie: string, meeting: string, body: Record<string, unknown>) {
  const rev = (await roomState(origin, cookie, meeting))?.rev ?? 0;
  const key = crypto.randomUUID();
  const answer = await reach(origin, `/meetings/${meeting}/commands`, {
    cookie,
    ...json({ ...body, expectedRev: rev, key }),
  });
  expect(answer.status, answer.text).toBe(200);
}
