import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Program, startProgram } from '../program.ts';
import { type Reach, reach } from '../reach.ts';
import { json, signIn } from './company.ts';
import { findPlaces } from './meeting-place.ts';
import { enterRoom } from './room-tab.ts';
import { until } from './writers.ts';

let program: Program;
let dataDir = '';
const cookies = new Map<string, string>();
const env: Record<string, string> = { LOG_LEVEL: 'debug' };

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'soak-without-a-name-'));
  program = await startProgram({ dataDir, env });
  env.PORT = new URL(program.origin).port;
  for (const name of ['felicity', 'priya', 'tomas', 'otto'])
    cookies.set(name, await signIn(program.origin, name));
});
afterAll(async () => {
  await program.kill();
  await rm(dataDir, { recursive: true, force: true });
});

const asks = (name: string, path: string, init?: Reach) =>
  reach(program.origin, path, { cookie: cookies.get(name) ?? '', ...init });

interface Answer {
  rev: number;
  state: { stages: { id: string; kind: string }[] };
}

test('[U1] the running program: an unsigned input moves no figure, no line of the log and no frame to any screen; [M15] one’s own text outlives kill -9', async () => {
  const { meeting } = await findPlaces(program.origin, cookies.get('felicity') ?? '');
  const room = `/meetings/${meeting}`;
  let rev = 0;
  const press = async (name: string, body: object) => {
    const answer = await asks(
      name,
      `${room}/commands`,
      json({ expectedRev: rev, key: crypto.randomUUID(), ...body }),
    );
    expect(answer.status, answer.text).toBe(200);
    const said = answer.json() as Answer;
    rev = said.rev;
    return said;
  };
  await press('felicity', { command: 'start' });
  for (const kind of ['silent-writing', 'unsaid'])
    await press('felicity', { command: 'stage-add', kind, title: kind, minutes: 5 });
  const { stages } = (await press('felicity', { command: 'timer-pause' })).state;
  const idOf = (kind: string) => stages.find((stage) => stage.kind === kind)?.id ?? '';
  const box = idOf('unsaid');
  await press('felicity', { command: 'go', stage: idOf('silent-writing') });
  await press('priya', { command: 'write', stage: idOf('silent-writing'), words: 'Mine, acknowledged.' });
  await press('felicity', { command: 'go', stage: box });

  const tab = enterRoom({ origin: program.origin, cookie: cookies.get('otto') ?? '', meeting });
  await until(() => tab.projection.get()?.rev === rev, 'the screen is there');
  const frames: { at: number; words: string }[] = [];
  tab.projection.subscribe(() =>
    frames.push({ at: Date.now(), words: JSON.stringify(tab.projection.get()) }),
  );
  const figures = async () => (await reach(program.origin, '/metrics', { origin: null })).text;
  const putAt: number[] = [];
  for (const name of ['priya', 'tomas', 'otto']) {
    // a signed hand before and after each: what an attacker would hold the input against
    await press(name, { command: 'raise-hand', type: 'question' });
    await until(() => tab.projection.get()?.rev === rev, 'the hand is on the screen');
    const before = { figures: await figures(), output: program.output(), frames: frames.length, rev };
    const { rev: after } = await press(name, {
      command: 'unsigned',
      stage: box,
      id: crypto.randomUUID(),
      words: `CANARY of ${name}`,
    });
    putAt.push(Date.now());
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect({ figures: await figures(), output: program.output(), frames: frames.length, rev: after }).toEqual(
      before,
    );
    await press(name, { command: 'raise-hand', type: 'process' });
  }
  for (const put of putAt) expect(frames.some(({ at }) => at >= put && at < put + 400)).toBe(false);
  const everything = async () =>
    (
      await Promise.all(
        ['felicity', 'priya', 'tomas', 'otto'].flatMap((name) =>
          ['', '/state.json', `/inputs.json?stage=${box}`, '/record'].map((part) =>
            asks(name, `${room}${part}`),
          ),
        ),
      )
    )
      .map(({ text }) => text)
      .concat(program.output(), await figures(), ...frames.map(({ words }) => words))
      .join('\n');
  expect(await everything()).not.toContain('CANARY');
  await press('felicity', { command: 'reveal', stage: box });
  await until(() => JSON.stringify(tab.projection.get()).includes('CANARY of otto'), 'all on the screen');
  expect(program.output()).not.toContain('CANARY');
  tab.close();

  // what was acknowledged is there after the rudest end, and still its author's alone
  await program.kill();
  program = await startProgram({ dataDir, env });
  const own = (await asks('priya', `${room}/state.json`)).text;
  expect(own).toContain('Mine, acknowledged.');
  expect((await asks('felicity', `${room}/state.json`)).text).not.toContain('Mine, acknowledged.');
});
