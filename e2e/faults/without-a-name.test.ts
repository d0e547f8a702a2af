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

test('[U1] [U2] the running program: what is put in, brought, answered or signalled without a name, and what is said of one’s coming (A2), moves no figure, no line of the log, no export and no frame to any screen; [M15] one’s own text outlives kill -9', async () => {
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
  const tab = enterRoom({ origin: program.origin, cookie: cookies.get('otto') ?? '', meeting });
  await until(() => tab.projection.get() !== null, 'the screen is there');
  rev = tab.projection.get()?.rev ?? 0;
  const frames: { at: number; words: string }[] = [];
  tab.projection.subscribe(() =>
    frames.push({ at: Date.now(), words: JSON.stringify(tab.projection.get()) }),
  );
  // compaction looks round by itself now and then, whatever anybody does
  const figures = async () =>
    (await reach(program.origin, '/metrics', { origin: null })).text.replace(/^soak_compaction_\w+.*$/gm, '');
  const review = tab.projection.get()?.value.reviewId;
  /** All that can be carried out of the program, but for the second it was asked. */
  const exports = async () =>
    (await asks('felicity', `/reviews/${review}/export.json`)).text.replace(
      /"exportedAt": "[^"]+"/,
      'just now',
    );
  const putAt: number[] = [];
  /** Everybody puts something in, and for a while nothing at all moves: no figure, no line, no frame, no rev, no export. */
  const unmoved = async (body: () => object) => {
    await until(() => tab.projection.get()?.rev === rev, 'the screen is where the room is');
    const still = async () => ({
      figures: await figures(),
      output: program.output(),
      frames: frames.length,
      rev,
      exports: await exports(),
    });
    const before = await still();
    for (const name of ['priya', 'tomas', 'otto']) {
      await press(name, body());
      putAt.push(Date.now());
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await still()).toEqual(before);
  };
  const brings = () => ({ command: 'bring-unsigned', id: crypto.randomUUID(), words: 'CANARY brought' });
  await unmoved(brings);
  await press('felicity', { command: 'start' });
  for (const kind of ['silent-writing', 'unsaid', 'poll'])
    await press('felicity', { command: 'stage-add', kind, title: kind, minutes: 5 });
  const { stages } = (await press('felicity', { command: 'timer-pause' })).state;
  const idOf = (kind: string) => stages.find((stage) => stage.kind === kind)?.id ?? '';
  const box = idOf('unsaid');
  await press('felicity', { command: 'go', stage: idOf('silent-writing') });
  await press('priya', { command: 'write', stage: idOf('silent-writing'), words: 'Mine, acknowledged.' });
  await press('felicity', { command: 'go', stage: box });

  await until(() => tab.projection.get()?.rev === rev, 'the screen is there');
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
  // C6, C7: of an idea whose name is withheld everyone hears that there is one more, and nothing else
  const otto = (await asks('otto', `${room}/state.json`)).json() as { own: { actor: { id: string } } };
  const quietly = program.output().length;
  await press('otto', { command: 'seal', words: 'HEDGEHOG, an idea of nobody’s', withheld: true });
  await until(() => tab.projection.get()?.rev === rev, 'one more is counted');
  const heard = (
    await Promise.all(
      ['felicity', 'priya', 'tomas'].flatMap((name) =>
        ['', '/state.json', '/record'].map((part) => asks(name, `${room}${part}`)),
      ),
    )
  ).map(({ text }) => text);
  for (const told of [...heard, await exports(), await figures(), ...frames.map(({ words }) => words)])
    expect(told).not.toContain('HEDGEHOG');
  expect(program.output().slice(quietly)).not.toMatch(new RegExp(`HEDGEHOG|${otto.own.actor.id}`));
  await press('felicity', { command: 'reveal', stage: box });
  await until(() => JSON.stringify(tab.projection.get()).includes('CANARY of otto'), 'all on the screen');
  expect(program.output()).not.toContain('CANARY');

  const poll = idOf('poll');
  await press('felicity', { command: 'go', stage: poll });
  await unmoved(() => ({ command: 'answer', stage: poll, id: crypto.randomUUID(), choice: 'yes' }));
  await unmoved(() => ({ command: 'signal', signal: 'more-time' }));
  await unmoved(() => ({ command: 'signal', signal: 'explain', word: 'CANARY word' }));
  // A2: neither what somebody states of their coming nor “don’t record me” shows anywhere while people are together
  await unmoved(() => ({ command: 'attend', statement: { how: 'choice', mode: 'room' } }));
  await unmoved(() => ({ command: 'attend', statement: null }));
  await press('felicity', { command: 'end' });
  const { survey } = (await asks('otto', `${room}/state.json`)).json() as {
    survey: { questions: { id: string }[] };
  };
  const question = survey.questions[0]?.id ?? '';
  await unmoved(() => ({ command: 'answer-survey', question, id: crypto.randomUUID(), choice: 'yes' }));
  for (const put of putAt) expect(frames.some(({ at }) => at >= put && at < put + 300)).toBe(false);
  await press('felicity', { command: 'open-brought' });
  expect(await exports()).toContain('CANARY brought');
  expect(frames.map(({ words }) => words).join()).not.toContain('CANARY brought');
  expect(program.output()).not.toMatch(/CANARY|more-time|answer-survey/);
  tab.close();

  // what was acknowledged is there after the rudest end, and still its author's alone
  await program.kill();
  program = await startProgram({ dataDir, env });
  const own = (await asks('priya', `${room}/state.json`)).text;
  expect(own).toContain('Mine, acknowledged.');
  expect((await asks('felicity', `${room}/state.json`)).text).not.toContain('Mine, acknowledged.');
});
