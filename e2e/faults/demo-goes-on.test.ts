import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { type Program, startProgram } from '../program.ts';
import { reach } from '../reach.ts';
import { form, signIn } from './company.ts';

let dataDir = '';
const started: Program[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'soak-demo-test-'));
});
afterAll(async () => {
  for (const program of started) await program.kill();
  await rm(dataDir, { recursive: true, force: true });
});

const demo = async (...args: string[]) => {
  const program = await startProgram({ entry: 'server/demo.server.ts', dataDir, args });
  started.push(program);
  return program;
};

const TITLE = 'A kettle that boiled twice';
const report = (title: string) =>
  form({ title, kind: 'surprise', happenedOn: '2026-11-02', zone: 'UTC', privacy: 'open' });
const listed = async ({ origin }: Program) =>
  (await reach(origin, '/api/v1/reviews', { cookie: await signIn(origin, 'grace') })).text;

test('a demo that was killed goes on where it was, one that was stopped begins anew', async () => {
  const first = await demo();
  expect(first.output()).toContain('A new demo');
  const cookie = await signIn(first.origin, 'grace');
  expect((await reach(first.origin, '/reviews/new', { cookie, ...report(TITLE) })).status).toBe(302);
  await first.kill();

  const second = await demo();
  expect(second.output()).toContain('going on where it was');
  expect(await listed(second)).toContain(TITLE);
  // the sign-in of before is still one
  expect((await reach(second.origin, '/api/v1/reviews', { cookie })).status).toBe(200);
  await second.stop();

  const third = await demo();
  expect(third.output()).toContain('A new demo');
  expect(await listed(third)).not.toContain(TITLE);
  await third.kill();
});

test('the soak can be let pass, the clock stays there through a kill, and sign-ins do not notice', async () => {
  const review = REVIEWS.imagesGone;
  const stateAt = async ({ origin }: Program, cookie: string) =>
    (JSON.parse((await reach(origin, `/api/v1/reviews/${review}`, { cookie })).text) as { state: string })
      .state;
  // what the test before has left, killed, is not gone on with
  const first = await demo('--fresh');
  expect(first.output()).toContain('A new demo');
  const cookie = await signIn(first.origin, 'priya');
  expect(await stateAt(first, cookie)).toBe('soaking');
  const passed = await reach(first.origin, '/demo/let-the-soak-pass', { cookie, ...form({ review }) });
  expect(passed.status).toBe(302);
  expect(await stateAt(first, cookie)).toBe('acting');
  const again = await reach(first.origin, '/demo/let-the-soak-pass', { cookie, ...form({ review }) });
  expect(again.status).toBe(422);
  await first.kill();

  const second = await demo();
  expect(await stateAt(second, cookie)).toBe('acting');
  await second.stop();
});

test('the clock stays by a meeting that is running', async () => {
  const program = await demo('--fresh');
  const cookie = await signIn(program.origin, 'felicity');
  const a = await reach(program.origin, `/api/v1/reviews/${REVIEWS.wrongHost}`, { cookie });
  const [meeting] = (JSON.parse(a.text) as { meetings: { id: string }[] }).meetings;
  const start = { command: 'start', expectedRev: 0, key: crypto.randomUUID() };
  const begun = await reach(program.origin, `/meetings/${meeting?.id}/commands`, {
    cookie,
    method: 'POST',
    body: JSON.stringify(start),
    headers: { 'Content-Type': 'application/json' },
  });
  expect(begun.status).toBe(200);
  const refused = await reach(program.origin, '/demo/let-the-soak-pass', {
    cookie,
    ...form({ review: REVIEWS.imagesGone }),
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('A meeting is running');
  await program.stop();
});

test('the demo refuses to be anything but loopback', async () => {
  const elsewhere = startProgram({ entry: 'server/demo.server.ts', dataDir, env: { HOST: '0.0.0.0' } });
  await expect(elsewhere).rejects.toThrow('this machine alone');
});

test('npm start has no such door, whoever asks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'soak-start-test-'));
  const program = await startProgram({ entry: 'server/start.server.ts', dataDir: folder });
  started.push(program);
  // The line with the link comes after the one that says where the program is.
  const link = () => /http:\/\/\S+\/set-up\/\S+(?=\n)/.exec(program.output())?.[0] ?? '';
  await expect.poll(link, { timeout: 20_000 }).not.toBe('');
  const setUp = await reach(program.origin, new URL(link()).pathname, {
    ...form({
      workspaceName: 'Real',
      zone: 'UTC',
      name: 'Ada',
      email: 'ada@example.org',
      password: 'a long real password',
    }),
  });
  const cookie = setUp.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(setUp.status, setUp.text).toBeLessThan(400);
  for (const init of [{}, form({ review: REVIEWS.imagesGone })])
    expect((await reach(program.origin, '/demo/let-the-soak-pass', { cookie, ...init })).status).toBe(404);
  expect((await reach(program.origin, '/sign-in')).text).not.toContain('demo.test');
  const demos = await reach(
    program.origin,
    '/sign-in',
    form({ email: 'root@demo.test', password: 'soak-demo' }),
  );
  expect(demos.status).toBe(422);
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});
