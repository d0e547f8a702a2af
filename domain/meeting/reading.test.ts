import { expect, test } from 'vitest';
import type { WriteUp } from '#domain/write-up.ts';
import { AMIR, after, aRoom, aStage, by, FELICITY, liveOf, PRIYA, START } from './a-room.ts';
import { decide } from './decide.ts';
import { momentsOpen } from './hindsight.ts';
import type { Room } from './meeting.ts';
import { projectRoom } from './project-room.ts';
import { firstSources, sourcesFor } from './stage-sources.ts';

const moved = (answer: ReturnType<typeof decide>): Room => {
  if (!('room' in answer)) throw new Error(JSON.stringify(answer));
  return answer.room;
};
const aReading = { ...aStage(1), kind: 'reading' as const };
const started = (stages: Parameters<typeof aRoom>[0]) =>
  moved(decide(aRoom(stages), 'start', {}, 0, by(FELICITY, START)));

test('[M16] while everyone reads nothing is spotlit for all, by a facilitator or by who tells the part', () => {
  const room = started([{ ...aReading, targets: [], teller: PRIYA }, aStage(2)]);
  expect(liveOf(room).spotlight).toBeNull();
  const target = { type: 'section', id: 'section-2', section: null } as const;
  for (const person of [FELICITY, PRIYA])
    expect(decide(room, 'spotlight', { target }, 1, by(person, after(5)))).toMatchObject({
      refused: expect.stringContaining('place of their own'),
    });
  const next = moved(decide(room, 'next', {}, 1, by(FELICITY, after(9))));
  expect(liveOf(moved(decide(next, 'spotlight', { target }, 2, by(FELICITY, after(10))))).spotlight).toEqual(
    target,
  );
});

test('[M3] a reading added on the fly has no steps, whatever it is told to show', () => {
  const body = {
    kind: 'reading',
    title: 'Read',
    minutes: 5,
    targets: [{ type: 'moment', id: 'm', section: null }],
  } as const;
  const room = moved(
    decide(started(2), 'stage-add', { ...body, targets: [...body.targets] }, 1, by(FELICITY, after(5))),
  );
  expect(room.stages.at(-1)).toMatchObject({ kind: 'reading', targets: [] });
});

test('[M3] who tells a part, and what it shows, can be changed while the meeting runs; only to somebody who may read', () => {
  const room = started(2);
  const stage = room.stages[1]?.id;
  if (!stage) throw new Error('two stages');
  const target = { type: 'moment', id: 'm1', section: null } as const;
  const changed = moved(
    decide(room, 'stage-change', { stage, teller: AMIR, targets: [target] }, 1, by(FELICITY, after(5))),
  );
  expect(changed.stages[1]).toMatchObject({ teller: AMIR, targets: [target], title: 'Stage 2' });
  const nobody = moved(decide(changed, 'stage-change', { stage, teller: null }, 2, by(FELICITY, after(6))));
  expect(nobody.stages[1]).toMatchObject({ teller: null, targets: [target] });
  const stranger = by(FELICITY, after(7), { mayBeNamed: () => false });
  expect(decide(nobody, 'stage-change', { stage, teller: AMIR }, 3, stranger)).toMatchObject({
    refused: expect.any(String),
  });
});

test('[M6] a stage is made of what its kind presents; a new walk begins with what no stage shows yet', () => {
  const said = { type: 'text', id: 'b', kind: 'paragraph', level: 1, indent: 0, content: [] } as const;
  const moment = (id: string, accounts: number, evidence: string[]) => ({
    id,
    kind: 'observation' as const,
    time: { certainty: 'order-only' as const },
    lane: '',
    blocks: [],
    accounts: Array.from({ length: accounts }, (_, at) => ({
      id: `${at}`,
      teller: '',
      time: null,
      blocks: [],
    })),
    evidence,
    herring: null,
  });
  const writeUp: WriteUp = {
    title: '',
    standfirst: '',
    sections: [
      {
        id: 's',
        title: 'Story',
        blocks: [
          { ...said, content: [] },
          { type: 'picture', id: 'p', upload: 'u', alt: '' },
        ],
      },
    ],
    findings: [],
    moments: [moment('m1', 0, []), moment('m2', 2, ['e']), moment('m3', 1, [])],
  };
  const ids = (kind: Parameters<typeof sourcesFor>[0]) =>
    sourcesFor(kind, writeUp).map(({ type, id }) => `${type} ${id}`);
  expect(ids('walk')).toEqual(['moment m1', 'moment m2', 'moment m3']);
  expect(ids('accounts')).toEqual(['moment m2']);
  expect(ids('evidence')).toEqual(['picture p', 'chat m2']);
  expect(ids('reading')).toEqual([]);
  const walk = { kind: 'walk' as const, targets: [{ type: 'moment' as const, id: 'm1', section: null }] };
  expect(firstSources('walk', writeUp, [walk]).map(({ id }) => id)).toEqual(['m2', 'm3']);
  expect(firstSources('section', writeUp, [walk])).toEqual([]);
});

test('[M21] moments can be looked at as far as the group has walked, all of them once it walks no more or has read', () => {
  const moments = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map((id) => ({ id }));
  const walk = (number: number, ids: readonly string[]) => ({
    ...aStage(number),
    kind: 'walk' as const,
    targets: ids.map((id) => ({ type: 'moment' as const, id, section: null })),
  });
  const open = (room: Room, here: string | null) =>
    momentsOpen(moments, projectRoom(room, new Map()), here).map(({ id }) => id);
  let room = started([aStage(1), walk(2, ['m2', 'm3']), aStage(3), walk(4, ['m5']), aStage(5)]);
  const next = () => {
    room = moved(decide(room, 'next', {}, room.meeting.rev, by(FELICITY, after(60 * room.meeting.rev))));
  };
  expect(open(room, null)).toEqual([]);
  next();
  expect(open(room, 'm2')).toEqual(['m1', 'm2']);
  next();
  expect(open(room, null)).toEqual(['m1', 'm2', 'm3']);
  next();
  expect(open(room, 'm5')).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  next();
  expect(open(room, null)).toHaveLength(6);
  expect(open(started([aReading, walk(2, ['m2'])]), null)).toHaveLength(6);
});
