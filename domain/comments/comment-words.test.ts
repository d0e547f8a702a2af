import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtMentions, findMentions } from './mentions.ts';
import { isSameWords, isStillThoseWords } from './same-words.ts';
import { openFirst } from './thread.ts';

describe('[K4] an @ names', () => {
  const people = ['Priya', 'Priya Shah', 'Tomas', 'Zoë'].map((name) => ({ id: name, name }));
  test.each([
    ['@Priya, would you?', ['Priya']],
    ['ask @priya shah about it', ['Priya Shah']],
    ['@Tomas and @Zoë.', ['Tomas', 'Zoë']],
    ['write to team@Priya.test', []],
    ['@Priyanka is somebody else', []],
    ['@ Priya, @nobody, Tomas', []],
  ])('%s', (words, named) => expect(findMentions(words, people)).toEqual(named));

  test('whatever is written, the pieces are the words', () =>
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1 })), (words, names) => {
        expect(
          cutAtMentions(words, names)
            .map(({ text }) => text)
            .join(''),
        ).toBe(words);
      }),
    ));
});

describe('[K5] those words are', () => {
  test.each([
    ['the same, white space aside', 'the tool prin\nted  not', 'the tool printed not', true],
    [
      'edited, most of them standing',
      'the tool quietly printed no line',
      'the tool printed not a line',
      true,
    ],
    ['not others that share a word or two', 'the team went on a walk', 'the tool printed not a line', false],
    ['not nothing', ' ', ' ', false],
    ['signs without spaces between them', '資料庫被刪除了一次', '資料庫被刪除了', true],
  ])('%s', (_title, now, before, still) => expect(isStillThoseWords(now, before)).toBe(still));

  test('white space alone never makes other words', () =>
    fc.assert(
      fc.property(fc.string(), fc.nat(), (words, at) => {
        const cut = at % (words.length + 1);
        expect(isSameWords(`${words.slice(0, cut)}\n${words.slice(cut)}`, words)).toBe(true);
      }),
    ));
});

test('[K1] open threads come first, what has lost its place last, all else in its order', () => {
  const at = { part: '', name: '', segments: [], changed: false };
  const resolved = { by: 'Grace', at: '' };
  const threads = [
    { id: 'a', at, resolved },
    { id: 'b', at: null, resolved: null },
    { id: 'c', at, resolved: null },
    { id: 'd', at, resolved: null },
  ];
  expect(openFirst(threads).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});
