import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { actionAgenda } from './agenda.ts';
import { decide } from './decide.ts';
import { DECISIONS, openAll } from './idea.ts';
import type { ItemFields } from './item.ts';
import { mayEndWith } from './outcome.ts';
import { type ActionSession, mayDecide, maySeal, mayUnseal } from './session.ts';
import { byStanding, factsBeside, standingOf } from './standing.ts';

const priya = asId<PersonId>('00000000-0000-4000-8000-000000000001');
const otto = asId<PersonId>('00000000-0000-4000-8000-000000000002');
const live: ActionSession = {
  kind: 'action',
  phase: 'live',
  startedAt: new Date(0),
  unsealed: true,
  closed: false,
};
const item: ItemFields = {
  title: 'Restore last night’s copy and time it',
  owner: priya,
  finding: 'f1',
  noFindingReason: '',
  dueOn: null,
  shows: 'A restore that was timed',
};

const random = () => {
  let next = 0;
  return { uuid: () => `new-${++next}`, shuffle: <T>(items: readonly T[]) => [...items].reverse() };
};

describe('opening the ideas', () => {
  it('[C8] is for a running action session, once', () => {
    expect(mayUnseal({ ...live, unsealed: false })).toBe(true);
    expect(isRefused(mayUnseal(live))).toBe(true);
    expect(isRefused(mayUnseal({ ...live, unsealed: false, phase: 'lobby' }))).toBe(true);
    expect(isRefused(mayUnseal({ ...live, unsealed: false, kind: 'review' }))).toBe(true);
  });

  it('[C7] gives each idea a new id and another place, and erases a withheld author', () => {
    const opened = openAll(
      [
        { author: priya, words: 'one', withheld: true },
        { author: otto, words: 'two', withheld: false },
      ],
      random(),
    );
    expect(opened.map(({ id, words, author }) => ({ id, words, author }))).toEqual([
      { id: 'new-1', words: 'two', author: otto },
      { id: 'new-2', words: 'one', author: null },
    ]);
    expect(JSON.stringify(opened)).not.toContain(priya);
  });

  it('[C7] ideas are sealed and changed only until they are opened', () => {
    expect(maySeal({ unsealed: false, done: false })).toBe(true);
    expect(isRefused(maySeal({ unsealed: true, done: false }))).toBe(true);
    expect(isRefused(maySeal({ unsealed: false, done: true }))).toBe(true);
  });
});

describe('deciding', () => {
  it('[S8] needs an action session that has been started and has opened its ideas', () => {
    expect(mayDecide(live)).toBe(true);
    expect(mayDecide({ ...live, phase: 'paused' })).toBe(true);
    const not: Partial<ActionSession>[] = [
      { kind: 'review' },
      { startedAt: null },
      { unsealed: false },
      { closed: true },
      { phase: 'ended' },
      { phase: 'lobby', startedAt: null },
    ];
    for (const facts of not) expect(isRefused(mayDecide({ ...live, ...facts }))).toBe(true);
  });

  it('[S9] each decision has a reason', () => {
    for (const decision of DECISIONS) expect(decide(decision, '  ', item)).toMatchObject({ field: 'reason' });
    expect(decide('no', ' On call needs it at night. ', null)).toEqual({
      decision: 'no',
      reason: 'On call needs it at night.',
      item: null,
    });
  });

  it('[S8] what is to be done has a title, an owner, and a finding or a reason', () => {
    expect(decide('do', 'Nobody owned it', item)).toMatchObject({
      decision: 'do',
      item: { owner: priya, finding: 'f1' },
    });
    expect(decide('do', 'Nobody owned it', null)).toMatchObject({ field: 'item' });
    expect(decide('do', 'Nobody owned it', { ...item, title: ' ' })).toMatchObject({ field: 'title' });
    expect(decide('do', 'Nobody owned it', { ...item, owner: null })).toMatchObject({ field: 'owner' });
    expect(decide('do', 'Nobody owned it', { ...item, finding: null })).toMatchObject({ field: 'finding' });
    expect(
      decide('do', 'x', { ...item, finding: null, noFindingReason: 'It helps with all of them' }),
    ).not.toHaveProperty('refused');
  });

  it.each(['2026-02-30', '0000-01-01', 'tomorrow', '2026-12-04T00:00', '9999-12-31', ''])(
    '[S8] [bad input 48] a due day is a date, and %j is none',
    (dueOn) => {
      expect(decide('do', 'x', { ...item, dueOn })).toMatchObject({ field: 'dueOn' });
    },
  );

  it('[S8] a due day may be left open', () => {
    expect(decide('do', 'x', { ...item, dueOn: '2026-12-04' })).toMatchObject({
      item: { dueOn: '2026-12-04' },
    });
    expect(decide('do', 'x', { ...item, dueOn: null })).toMatchObject({ item: { dueOn: null } });
  });

  it('[S9] only *do* brings an item', () => {
    expect(decide('not-now', 'After the move', item)).toEqual({
      decision: 'not-now',
      reason: 'After the move',
      item: null,
    });
  });
});

describe('how it ends', () => {
  const no = { decision: 'no' as const, fixed: [] };
  const toDo = { decision: 'do' as const, fixed: [] };
  const undecided = { decision: null, fixed: [] };
  const done = { decision: null, fixed: ['In the runbook since Friday'] };
  it('[S10] nothing to do has a reason and no *do* beside it', () => {
    expect(
      mayEndWith('nothing-to-do', 'It was caught in seconds, by people, as meant.', [no, undecided]),
    ).toBe(true);
    expect(isRefused(mayEndWith('nothing-to-do', ' ', [no]))).toBe(true);
    expect(isRefused(mayEndWith('nothing-to-do', 'a reason', [no, toDo]))).toBe(true);
  });

  it('[S10] what was decided needs something to do, or nothing left open', () => {
    expect(mayEndWith('decided', '', [toDo, undecided])).toBe(true);
    expect(mayEndWith('decided', '', [no, done])).toBe(true);
    for (const ideas of [[no, undecided], [done, undecided], []])
      expect(isRefused(mayEndWith('decided', '', ideas))).toBe(true);
  });

  it('[S9] [S11] an idea stands as decided, else as done already where a fact says so, else open', () => {
    expect(
      [undecided, no, done, toDo, { ...done, ...no, fixed: done.fixed }].sort(byStanding).map(standingOf),
    ).toEqual(['do', 'done', 'no', 'no', 'open']);
    const facts = [{ idea: 'one' }, { idea: 'under' }, { idea: 'other' }, { idea: null }];
    expect(factsBeside(facts, { id: 'one', merged: [{ id: 'under' }] })).toEqual(facts.slice(0, 2));
  });
});

it('the steps of a session add up to its length', () => {
  expect(actionAgenda(45).map(({ minutes }) => minutes)).toEqual([8, 4, 5, 22, 6]);
  fc.assert(
    fc.property(fc.integer({ min: 15, max: 180 }), (length) => {
      expect(actionAgenda(length).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(length);
    }),
  );
});
