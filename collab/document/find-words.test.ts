import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';

test('[K5] a place is read once, however many threads look for their words in it', () => {
  let read = 0;
  const text = {
    place: 'section:s',
    pieces: [],
    get flat() {
      read += 1;
      return 'They did, and\nthe tool  printed not a line.';
    },
  };
  expect(findWords(text, 'the tool printed')).toEqual([{ from: 14, to: 31 }]);
  expect(findWords(text, 'not\na line')).toEqual([{ from: 32, to: 42 }]);
  expect(findWords(text, 'never written')).toEqual([]);
  expect(read).toBe(1);
});
