import { describe, expect, test } from 'vitest';
import { hintPlace, wordingHints } from './wording-hints.ts';

describe('[W1] words that close learning are noticed', () => {
  test.each([
    ['She should have checked the host.', 'should have'],
    ['They could’ve called earlier.', 'could’ve'],
    ['He failed to notice the prompt.', 'failed to'],
    ['Put down to human error.', 'human error'],
    ['The root cause was a typo.', 'root cause'],
    ['A careless command.', 'careless'],
    ['We will be more careful.', 'be more careful'],
    ['Why didn’t the alert fire?', 'Why didn’t'],
    ['Obviously it looked stuck.', 'Obviously'],
    ['They just had to restart it.', 'just'],
    ['Simply empty the directory.', 'Simply'],
    ['This must never again happen.', 'never again'],
  ])('%s', (text, phrase) => {
    const [hint] = wordingHints(text);
    expect(hint?.phrase).toBe(phrase);
    expect(hint?.asks).toMatch(/^(?:How|What)\b.*\?$/);
  });

  test.each([
    'It had just begun.',
    'The copy ran just before midnight.',
    'It looked just like the standby.',
    'A justified pause.',
    'The failure took the primary down.',
  ])('not in: %s', (text) => expect(wordingHints(text)).toEqual([]));

  test('in reading order, each where it stands', () => {
    const text = 'Obviously he should have known.';
    expect(wordingHints(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Obviously',
      'should have',
    ]);
  });
});

test('[W2] a place keeps its name when words around it change, and two in one block differ', () => {
  const text = 'Obviously slow, and obviously late.';
  const [first, second] = wordingHints(text);
  if (!first || !second) throw new Error('two hints expected');
  expect(hintPlace('b', text, first)).not.toBe(hintPlace('b', text, second));
  const longer = `It was dark. ${text}`;
  const [moved] = wordingHints(longer);
  expect(moved && hintPlace('b', longer, moved)).toBe(hintPlace('b', text, first));
});
