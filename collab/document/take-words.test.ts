import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { TextBlock } from '#domain/write-up.ts';
import { fillWords } from './entries.ts';
import { readPlaceText } from './place-text.ts';
import { blockWords, takeWords } from './take-words.ts';

const PLACE = 'section:one';
const FIX = 'We should fix the prompt.';
const paragraph = (text: string): TextBlock => ({
  type: 'text',
  id: crypto.randomUUID(),
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text: text.slice(0, 9), marks: [{ type: 'bold' }] }, { text: text.slice(9) }],
});

const aDoc = (...texts: string[]) => {
  const doc = new Y.Doc();
  fillWords(doc, PLACE, texts.map(paragraph));
  return doc;
};
const flat = (doc: Y.Doc) => readPlaceText(doc, PLACE).flat;

test('[C7] words that are sealed leave the text, and nothing beside them', () => {
  const doc = aDoc(`It was silent. ${FIX} Then we went on.`, 'Another line.');
  expect(takeWords(doc, PLACE, FIX)).toBe(true);
  expect(flat(doc)).toBe('It was silent. Then we went on.\nAnother line.');
});
test('[C7] across a change of style too, and a whole block', () => {
  const doc = aDoc(FIX, 'Another line.');
  expect(takeWords(doc, PLACE, FIX)).toBe(true);
  expect(flat(doc)).toBe('\nAnother line.');
});
test('[C7] words that were changed meanwhile stay as they are', () => {
  const doc = aDoc('We should fix it.');
  expect(takeWords(doc, PLACE, FIX)).toBe(false);
  expect(takeWords(doc, PLACE, '')).toBe(false);
  expect(flat(doc)).toBe('We should fix it.');
});
test('the words of the block a text belongs to', () => {
  const doc = aDoc('One line.', 'Another line.');
  const [, second] = readPlaceText(doc, PLACE).pieces;
  expect(blockWords(doc, PLACE, second?.texts[0])).toBe('Another line.');
  expect(blockWords(doc, PLACE, new Y.XmlText())).toBeNull();
});
