import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { WhatFollowed as Followed } from '#server/actions/read-what-followed.ts';
import { WhatFollowed } from './what-followed.tsx';

const one = {
  id: 'a',
  decision: 'Do',
  words: 'Keep a list',
  merged: [],
  reason: 'Nobody owned it.',
  owner: 'Ana' as string | null,
  dueOn: null,
  finishedAt: new Date('2026-12-01T10:00:00Z'),
  shows: 'Nobody asks',
  reviewOn: '2027-01-15',
  worked: '',
  where: '',
  whereAddress: '',
};
const early = {
  id: 'e',
  byName: 'Felicity',
  reason: 'It cannot wait until Monday.',
  wouldEndAt: new Date('2026-11-24T10:01:02Z'),
};
const words = (facts: object) =>
  rendered(
    <WhatFollowed
      followed={{ kind: 'decided', reason: '', early: [], decided: [one], ...facts } as unknown as Followed}
      review="r"
    />,
    { at: '/reviews/r' },
  ).words;

test('[S5] [S8] the record says what is finished, what would show that it worked, when it is asked, and how long it would have soaked', () => {
  const told = words({ early: [early] });
  expect(told).toMatch(/Finished Tue 1 Dec 2026\. It worked if: Nobody asks\. Asked on Fri 15 Jan 2027/);
  expect(told).toMatch(/It would have soaked until Tue 24 Nov 2026, *10:02 \(UTC\)/);
  expect(told).not.toContain('nothing taken on');
  expect(words({ decided: [{ ...one, worked: 'Nobody asked since.' }] })).toContain(
    'Did it work? Nobody asked since.',
  );
});

test('[S10] an ending with nothing taken on says so', () => {
  expect(words({ decided: [{ ...one, decision: 'No', owner: null }] })).toContain(
    'Decided, and nothing taken on.',
  );
});
