import { expect, test } from 'vitest';
import { whoCameWords } from './figure-words.ts';

const changedAt = '2026-11-25T11:00:00Z';

test('[A6] a side is a sentence with what is published of it, in words where a number would tell on somebody', () => {
  const sides = [
    {
      side: 'outside' as const,
      shown: {
        all: 8,
        choice: 5,
        asked: 3,
        'choice room': 5,
        'choice remote': 'nobody' as const,
        'choice later': 'nobody' as const,
        'asked room': 'nobody' as const,
        'asked remote': 3,
        'asked later': 'nobody' as const,
        new: 3,
      },
      named: [],
    },
    { side: 'closest' as const, shown: { all: 'a-few' as const }, named: [] },
  ];
  expect(whoCameWords({ changedAt, sides })).toEqual([
    'Outside: 8. 5 by choice (5 in the room), 3 asked (3 remote). For 3 it was a first review.',
    'Closest: a few.',
  ]);
});

test('[A6] nobody asked among eight is said as nobody; a detail that is withheld is not there', () => {
  const sides = [
    { side: 'outside' as const, shown: { all: 8, choice: 8, asked: 'nobody' as const }, named: [] },
    { side: 'closest' as const, shown: { all: 4 }, named: [] },
  ];
  expect(whoCameWords({ changedAt, sides })).toEqual([
    'Outside: 8. 8 by choice, nobody asked.',
    'Closest: 4.',
  ]);
});

test('[A6] [A7] before figures are published nothing of them is told; a name chosen to be shown is', () => {
  const named = [{ name: 'Grace', how: 'choice' as const, mode: 'remote' as const }];
  expect(whoCameWords({ changedAt: null, sides: [{ side: 'outside', shown: {}, named }] })).toEqual([
    'Counts come a day after the end.',
    'By their own choice with their name: Grace (outside, by choice, remote).',
  ]);
});
