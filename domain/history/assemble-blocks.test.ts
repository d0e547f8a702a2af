import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assembleBlocks, type PlaceToken } from './assemble-blocks.ts';

/** "¶a words of a ¶b more": blocks by id, words by blank. */
const place = (text: string): PlaceToken<null>[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) =>
      word.startsWith('¶')
        ? { type: 'block', key: word, face: PARAGRAPH, words: '', origin: null }
        : { type: 'word', key: word, text: `${word} `, marks: [], origin: null },
    );
const PARAGRAPH = { kind: 'paragraph', level: 1, indent: 0, quoted: false } as const;
const SIGN = { same: '', in: '+', out: '-' };

const told = (earlier: string, later: string): string[] =>
  assembleBlocks(place(earlier), place(later), () => []).map(({ op, runs }) =>
    `${SIGN[op]}¶ ${runs.map((run) => `${SIGN[run.op]}${run.text.trim()}`).join(' ')}`.trim(),
  );

test('[P13] a paragraph put in, taken out, split and joined is told as such', () => {
  expect(told('¶a one . ¶b two .', '¶a one . ¶c new . ¶b two .')).toEqual([
    '¶ one .',
    '+¶ +new .',
    '¶ two .',
  ]);
  expect(told('¶a one . ¶c old . ¶b two .', '¶a one . ¶b two .')).toEqual([
    '¶ one .',
    '-¶ -old .',
    '¶ two .',
  ]);
  expect(told('¶a one two', '¶a one ¶b two')).toEqual(['¶ one', '+¶ two']);
  expect(told('¶a one ¶b two', '¶a one two')).toEqual(['¶ one -¶ two']);
  expect(told('¶a one ¶b two three', '¶a one three')).toEqual(['¶ one', '-¶ -two', '¶ three']);
});

const aPlace = fc
  .array(fc.constantFrom('¶a', '¶b', '¶c', 'one', 'two', 'three', '.'), { maxLength: 30 })
  .map((words) => ['¶first', ...words].join(' '));

test('[P13] what is kept and put in is the later place, what is kept and taken out the earlier', () =>
  fc.assert(
    fc.property(aPlace, aPlace, (earlier, later) => {
      const runs = assembleBlocks(place(earlier), place(later), () => []).flatMap((block) => block.runs);
      const words = (op: 'in' | 'out') =>
        runs
          .filter((run) => run.op !== op)
          .map((run) => run.text)
          .join('')
          .replaceAll('¶', '');
      const plain = (text: string) => text.replaceAll(/¶\w+ ?/g, '');
      expect(words('out').trim()).toBe(plain(later).trim());
      expect(words('in').trim()).toBe(plain(earlier).trim());
    }),
    { numRuns: 300, examples: [['¶first ¶a two one ¶a', '¶first one .']] },
  ));
