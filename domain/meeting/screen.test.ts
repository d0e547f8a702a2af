import { expect, test } from 'vitest';
import { asId, type StageId } from '#domain/ids.ts';
import type { Block, Moment, WriteUp } from '#domain/write-up.ts';
import { AMIR, after, aRoom, aStage, by, FELICITY, OTTO, PRIYA, START } from './a-room.ts';
import type { CommandBodies, RecordedName } from './command.ts';
import { decide } from './decide.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import { FIRST_CHOICES, mayHaveScreen, picturesOn, projectScreen, type ScreenChoices } from './screen.ts';

const words = (text: string, id = text): Block => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text, marks: [{ type: 'link', href: 'https://elsewhere.test' }, { type: 'bold' }] }],
});
const moment = (id: string, minute: number, changes: Partial<Moment> = {}): Moment => ({
  id,
  kind: 'observation',
  time: { certainty: 'exact', start: `2026-11-20T10:${String(minute).padStart(2, '0')}:00Z`, end: null },
  lane: 'a lane',
  blocks: [words(`words of ${id}`)],
  accounts: [],
  evidence: ['a-message'],
  herring: null,
  ...changes,
});
const WRITE_UP: WriteUp = {
  title: 'title of the write-up',
  standfirst: 'its standfirst',
  sections: [
    {
      id: 'section-1',
      title: 'A section',
      blocks: [
        words('its words'),
        { type: 'pointer', id: 'p', to: 'moment', target: 'm1' },
        { type: 'picture', id: 'pic', upload: 'upload-1', alt: 'a picture' },
      ],
    },
    { id: 'section-2', title: 'Not on stage', blocks: [words('nobody asked for this')] },
  ],
  findings: [
    {
      id: 'f1',
      kind: 'contributor',
      title: 'A finding',
      blocks: [words('why')],
      reasonable: [],
      ended: [],
      systems: [],
      evidence: [],
      moments: ['m1'],
    },
  ],
  moments: [
    moment('m1', 1, {
      kind: 'working-theory',
      time: { certainty: 'exact', start: '2026-11-20T10:01:00Z', end: '2026-11-20T10:20:00Z' },
    }),
    moment('m2', 9, {
      accounts: [
        { id: 'a1', teller: 'Priya', time: null, blocks: [words('as Priya saw it')] },
        { id: 'a2', teller: 'Otto', time: null, blocks: [words('as Otto saw it')] },
      ],
    }),
    moment('m3', 30),
  ],
};
const WALK = {
  ...aStage(2),
  kind: 'walk' as const,
  title: 'The walk',
  prompt: 'What did you see?',
  targets: ['m1', 'm2', 'm3'].map((id) => ({ type: 'moment' as const, id, section: null })),
};
const STAGES = [aStage(1), WALK, aStage(3)];

function press<Name extends RecordedName>(
  room: Room,
  name: Name,
  body: CommandBodies[Name],
  who = FELICITY,
  at = 10,
) {
  const done = decide(room, name, body, room.meeting.rev, by(who, after(at)));
  if (!('room' in done)) throw new Error(JSON.stringify(done));
  return done.room;
}
const live = () => press(aRoom(STAGES), 'start', {});
const PEOPLE = new Map(
  [FELICITY, PRIYA, OTTO, AMIR].map((id, at) => [
    id,
    { id, name: ['Felicity', 'Priya', 'Otto', 'Amir'][at] ?? '', letters: 'X', hue: 1 },
  ]),
);
const shown = (room: Room, choices: Partial<ScreenChoices> = {}) =>
  projectScreen(
    projectRoom(room, PEOPLE),
    room.stages,
    WRITE_UP,
    { ...FIRST_CHOICES, ...choices },
    after(20),
  );
const full = (room: Room, choices: Partial<ScreenChoices> = {}) => {
  const screen = shown(room, choices);
  if (screen.blank) throw new Error('blank');
  return screen;
};

test('[M21] the screen shows the spotlit thing alone, without links, pointers, ids or evidence', () => {
  const room = press(live(), 'next', {});
  const at = press(room, 'spotlight', { target: WALK.targets[1] ?? null });
  const text = JSON.stringify(shown(at));
  expect(text).toContain('words of m2');
  expect(text).toContain('as Otto saw it');
  for (const hidden of [
    'words of m3',
    'nobody asked',
    'elsewhere.test',
    'a-message',
    'a lane',
    'standfirst',
    FELICITY,
  ])
    expect(text, hidden).not.toContain(hidden);
  expect(full(at).stage).toMatchObject({ step: { at: 2, of: 3 }, at: 2, of: 3, prompt: 'What did you see?' });
});

test('[M21] a finding in the middle of a walk stands alone: no question of the walk, no timeline, no step', () => {
  const room = press(press(live(), 'next', {}), 'spotlight', {
    target: { type: 'finding', id: 'f1', section: null },
  });
  expect(full(room).stage).toMatchObject({
    step: null,
    prompt: '',
    walk: null,
    content: [{ title: 'A finding' }],
  });
});

test('[M21] [M16] a section shows whole, one of its blocks alone, and what is gone falls back to its section', () => {
  const block = { type: 'block' as const, id: 'its words', section: 'section-1' };
  const at = (target: typeof block) => full(press(live(), 'spotlight', { target })).stage?.content[0];
  expect(at(block)).toMatchObject({ title: 'A section', blocks: [{ type: 'text', id: '' }] });
  expect(at({ ...block, id: 'gone' })).toMatchObject({
    title: 'A section',
    blocks: [{ type: 'text' }, { type: 'picture' }],
  });
  expect(
    full(press(live(), 'spotlight', { target: { ...block, id: 'gone', section: 'gone' } })).stage?.content,
  ).toEqual(full(live()).stage?.content);
});

test('[M21] of a walk only what was reached is told: later moments are places without words, a held theory has no end', () => {
  const walking = press(live(), 'next', {});
  expect(full(walking).stage?.walk).toEqual({
    starts: ['2026-11-20T10:01:00Z', '2026-11-20T10:09:00Z', '2026-11-20T10:30:00Z'],
    marks: [{ kind: 'working-theory', end: null, words: 'words of m1' }],
  });
  // nor do the words above it say when it ended
  expect(full(walking).stage?.content[0]).toMatchObject({
    time: { start: '2026-11-20T10:01:00Z', end: null },
  });
  const last = press(walking, 'spotlight', { target: WALK.targets[2] ?? null });
  expect(full(last).stage?.walk?.marks[0]?.end).toBe('2026-11-20T10:20:00Z');
});

test('[M21] who speaks and the next two; words of a hand and everyone after stay in the room', () => {
  let room = press(live(), 'raise-hand', { type: 'question', words: 'secret question' }, PRIYA);
  room = press(room, 'raise-hand', { type: 'question', for: 'The one at the back' }, OTTO, 11);
  room = press(room, 'raise-hand', { type: 'new-point' }, AMIR, 12);
  room = press(room, 'raise-hand', { type: 'new-point' }, OTTO, 13);
  room = press(room, 'next-speaker', { speaking: null }, FELICITY, 14);
  expect(full(room)).toMatchObject({
    speaking: { name: 'Priya', raisedFor: null },
    next: [{ raisedFor: 'The one at the back' }, { name: 'Amir' }],
  });
  expect(JSON.stringify(shown(room))).not.toContain('secret question');
});

test('[M21] [M14] in a round the wall says whose turn it is and the next two', () => {
  const person = (name: string) => ({ id: PRIYA, name, letters: 'X', hue: 1 });
  const turns = [
    { person: person('Otto'), state: 'over' as const },
    { person: person('Priya'), state: 'now' as const },
    ...['Amir', 'Grace', 'Vera'].map((name) => ({ person: person(name), state: 'ahead' as const })),
  ];
  const room = { ...projectRoom(live(), PEOPLE), round: { turns, count: 5 } };
  expect(projectScreen(room, STAGES, WRITE_UP, FIRST_CHOICES, after(20))).toMatchObject({
    speaking: { name: 'Priya' },
    next: [{ name: 'Amir' }, { name: 'Grace' }],
  });
});

test('[M21] [C6] captures, sealed and parked words are not on the screen; parked ones where asked, while they are open', () => {
  let room = press(live(), 'park', { words: 'parked words' }, PRIYA);
  room = press(room, 'capture', { kind: 'insight', words: 'captured words' }, PRIYA);
  room = press(room, 'seal', { words: 'sealed words' }, PRIYA);
  expect(JSON.stringify(shown(room))).not.toMatch(/parked words|captured words|sealed words/);
  expect(full(room, { showParked: true }).parked).toEqual(['parked words']);
  const id = room.parked[0]?.id ?? '';
  const ended = press(room, 'end-parked', { parked: id, ending: 'let-go' }, FELICITY);
  expect(full(ended, { showParked: true }).parked).toEqual([]);
});

test('[M21] blank holds nothing at all; the time can be left out', () => {
  expect(shown(live(), { blank: true })).toEqual({ blank: true });
  expect(picturesOn(shown(live(), { blank: true }))).toEqual([]);
  expect(full(live()).timer).not.toBeNull();
  expect(full(live(), { showTime: false }).timer).toBeNull();
});

test('[M21] frozen it stays where it was, without another stage’s time; once its stage is gone it follows', () => {
  const before = live();
  const here = { stage: asId<StageId>(STAGES[0]?.id ?? ''), spotlight: null };
  const moved = press(before, 'next', {});
  expect(full(moved, { frozen: here })).toMatchObject({
    frozen: true,
    timer: null,
    stage: { title: 'Stage 1' },
  });
  const removed = press(moved, 'stage-remove', { stage: here.stage });
  expect(full(removed, { frozen: here }).stage?.title).toBe('The walk');
});

test('[M21] only pictures that stand on the screen are its own', () => {
  expect(picturesOn(shown(live()))).toEqual(['upload-1']);
  expect(picturesOn(shown(press(live(), 'next', {})))).toEqual([]);
});

test('[M21] before and after the meeting there is a title and no content', () => {
  const planned = projectScreen(projectRoom(aRoom(STAGES), PEOPLE), STAGES, WRITE_UP, FIRST_CHOICES, START);
  expect(planned).toMatchObject({ phase: 'lobby', stage: null, timer: null });
  expect(full(press(live(), 'end', {}))).toMatchObject({ phase: 'ended', stage: null, speaking: null });
});

test('[M21] [M2] a screen may be open until its meeting can no longer be reopened, never for a cancelled one', () => {
  const ended = press(live(), 'end', {}).meeting;
  expect(mayHaveScreen(aRoom().meeting, START)).toBe(true);
  expect(mayHaveScreen(ended, after(86_400))).toBe(true);
  expect(mayHaveScreen(ended, after(86_500))).toHaveProperty('refused');
  const facts = aRoom().meeting;
  expect(
    mayHaveScreen({ ...facts, phase: 'cancelled', cancelledAt: START, reason: '' }, START),
  ).toHaveProperty('refused');
});

test('[M21] [M15] [U2] what people put in is on the wall once everyone reads it, and never before; what is hidden stays off it', () => {
  const silent = { ...aStage(7), kind: 'silent-writing' as const };
  const poll = { ...aStage(8), kind: 'poll' as const };
  const text = (at: number, hidden: string | null) => ({
    id: `text-${at}`,
    stage: silent.id,
    by: at === 1 ? PRIYA : null,
    words: `written ${at}`,
    hidden,
  });
  const inputs = {
    own: [{ stage: silent.id, words: 'not yet shown' }],
    shown: [text(1, null), text(2, 'it names somebody'), ...[3, 4, 5].map((at) => text(at, null))],
    counts: [{ stage: poll.id, choice: 'yes', count: 4 }],
  };
  const begun = (stages: Room['stages']) => press(aRoom(stages, { inputs }), 'start', {});
  const on = (room: Room, changes: Partial<ScreenChoices> = {}) =>
    projectScreen(
      projectRoom(room, PEOPLE),
      room.stages,
      WRITE_UP,
      { ...FIRST_CHOICES, ...changes },
      after(20),
    );
  const writing = begun([silent, poll]);
  expect(on(writing)).toMatchObject({ stage: { inputs: null, asks: 'silent-writing' } });
  expect(JSON.stringify(on(writing))).not.toMatch(/written|not yet shown/);

  const opened = press(writing, 'reveal', { stage: silent.id });
  expect(on(opened)).toMatchObject({
    stage: { inputs: { texts: [{ by: 'Priya' }, { by: null }, {}, {}], more: 0, counts: [] }, asks: null },
  });
  expect(JSON.stringify(on(opened))).not.toMatch(/written 2|names somebody/);
  // frozen where the group is not, it holds its place and not what came after
  expect(on(opened, { frozen: { stage: poll.id, spotlight: null } })).toMatchObject({
    stage: { inputs: null, asks: null },
  });

  const asked = press(opened, 'next', {});
  expect(on(asked)).toMatchObject({ stage: { inputs: null, asks: 'poll' } });
  const closed = press(asked, 'poll-close', { stage: poll.id });
  expect(on(closed)).toMatchObject({
    stage: { inputs: { kind: 'poll', counts: [{ choice: 'yes', count: 4 }] } },
  });
});
