import { expect, test } from 'vitest';
import type { ReadWeek } from '#domain/attendance/markers.ts';
import type { Shown } from '#domain/attendance/shown.ts';
import { attendanceTitle, readsTitle } from './titles.ts';

const grace = { name: 'Grace', how: 'choice', mode: 'room' } as const;
const otto = { name: 'Otto', how: 'asked', mode: 'remote' } as const;

test.each([
  [{ all: 'nobody' }, [grace], 'One person from outside said with their name that they came'],
  [{ all: 'hidden' }, [grace], 'One person from outside said with their name that they came'],
  [{}, [grace, otto], 'Two people from outside said with their name that they came'],
  [{ all: 'a-few' }, [grace], 'One person from outside said with their name that they came, and a few more'],
  [{ all: 5 }, [grace, otto], 'Seven people from outside came'],
  [
    { all: 5, choice: 5, asked: 'nobody' },
    [grace, otto],
    'Six people from outside came because they wanted to',
  ],
  [{ all: 'nobody' }, [], 'Nobody from outside has said that they came'],
  [{ all: 'hidden' }, [], 'How people came, as they said themselves'],
  [{ all: 'most' }, [], 'Nearly everybody from outside said that they came'],
] as const)('[A6] [A7] a picture of %o with %o by name is titled by what is so', (shown, named, title) => {
  const sides = [{ side: 'outside' as const, shown, named: [...named] }];
  expect(attendanceTitle({ changedAt: '2026-11-20T10:00:00Z', sides })).toBe(title);
});

test('[A6] of a side that is not there the title says nothing', () => {
  expect(attendanceTitle({ changedAt: '2026-11-20T10:00:00Z', sides: [] })).toBe(
    'How people came, as they said themselves',
  );
});

const weeks = (...pairs: [outside: Shown, closest: Shown][]): ReadWeek[] =>
  pairs.map(([outside, closest], at) => ({ week: `2026-11-0${at + 2}`, outside, closest }));

test.each([
  [weeks(['most', 'most']), 'Who has read it, week by week'],
  [weeks([3, 'most']), 'Who has read it, week by week'],
  [weeks([9, 'hidden']), 'Who has read it, week by week'],
  [weeks([5, 5]), 'Who has read it, week by week'],
  [weeks([4, 'a-few']), 'Who has read it, week by week'],
  [weeks([9, 'a-few'], [3, 'nobody']), 'Read mostly by people who were not near it'],
  [weeks(['nobody', 6]), 'Read mostly by those closest to it'],
  [weeks(['a-few', 'hidden']), 'A few have read it'],
  [weeks(['hidden', 'nobody']), 'Who has read it cannot be said yet'],
  [weeks(['nobody', 'nobody']), 'Not much read yet'],
] as const)('[R3] [A6] reads of %o are compared only where both sides can be', (shown, title) => {
  expect(readsTitle(shown)).toBe(title);
});
