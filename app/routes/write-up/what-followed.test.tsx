import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { WhatFollowed as Followed } from '#server/actions/read-what-followed.ts';
import { WhatFollowed } from './what-followed.tsx';

const one = {
  id: 'a',
  decision: 'Do',
  words: 'Keep a list',
  from: 'idea',
  idea: '',
  by: 'Otto' as string | null,
  merged: [],
  group: '',
  answers: null as string | null,
  noFindingReason: '',
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

test('[S9] the record keeps whose idea it was, in its own words, what is one with it, and the finding it answers', () => {
  const told = words({
    decided: [
      {
        ...one,
        idea: 'Somebody should own this',
        group: 'Lists',
        merged: [{ id: 'm', words: 'A list of owners', by: null }],
        answers: 'Nine months of drift',
      },
      { ...one, id: 'b', by: null, noFindingReason: 'It came up while we talked.' },
      { ...one, id: 'f', from: 'fact', words: 'The link', by: 'Priya', owner: null },
    ],
  });
  expect(told).toContain(
    'Otto’s idea: “Somebody should own this”. One with it: “A list of owners” (unsigned). Under “Lists”.',
  );
  expect(told).toContain('Nobody owned it. Answers “Nine months of drift”.');
  expect(told).toMatch(/It came up while we talked\..*An unsigned idea\./);
  expect(told).toContain('Noted by Priya.');
});
