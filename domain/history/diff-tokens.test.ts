import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTokens, type Keyed } from './diff-tokens.ts';

const words = (text: string): Keyed[] => text.split(' ').map((key) => ({ key }));
const told = (earlier: string, later: string): string =>
  diffTokens(words(earlier), words(later))
    .map((step) => {
      if (step.op === 'same') return step.in.key;
      return step.op === 'in' ? `+${step.in.key}` : `-${step.out.key}`;
    })
    .join(' ');

test('[P13] differences are told word by word', () => {
  expect(told('the copy was running', 'the copy was not running')).toBe('the copy was +not running');
  expect(told('she saw the light', 'she saw a red light')).toBe('she saw -the +a +red light');
  expect(told('first second third', 'third first second')).toBe('+third first second -third');
  expect(told('a a a b', 'a b a a')).toMatch(/^a/);
});

const aList = fc.array(
  fc.constantFrom(...'abcdefgh').map((key) => ({ key })),
  { maxLength: 60 },
);

test('[P13] the steps lead from the one to the other, and keep no word twice', () =>
  fc.assert(
    fc.property(aList, aList, (earlier, later) => {
      const steps = diffTokens(earlier, later);
      expect(steps.flatMap((step) => (step.op === 'in' ? [] : [step.out]))).toEqual(earlier);
      expect(steps.flatMap((step) => (step.op === 'out' ? [] : [step.in]))).toEqual(later);
      for (const step of steps) if (step.op === 'same') expect(step.out.key).toBe(step.in.key);
    }),
    { numRuns: 500 },
  ));

test('[P13] 20,000 words rewritten from the first to the last are told in good time', () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => ({ key: `${word}${at % 400}` }));
  const steps = diffTokens(many('old'), many('new'));
  expect(steps).toHaveLength(40_000);
});
