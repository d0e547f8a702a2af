import { expect, test } from 'vitest';
import { listNumbers, withNeededNumbers } from './list-numbers.ts';
import type { Block, TextKind } from './write-up.ts';

const text = (kind: TextKind, indent = 0, number?: number): Block => ({
  type: 'text',
  id: '',
  kind,
  level: 1,
  indent,
  content: [{ text: 'words' }],
  ...(number !== undefined && { number }),
});
const pointer: Block = { type: 'pointer', id: '', to: 'finding', target: 'f1' };

test('a list counts on over what is nested in its items, and what is nested counts for itself', () => {
  const blocks = [
    text('numbered'),
    text('numbered', 1),
    text('numbered', 1),
    text('paragraph', 1),
    text('bullet', 1),
    text('numbered'),
    text('numbered', 1),
  ];
  expect(listNumbers(blocks)).toEqual([1, 1, 2, null, null, 2, 1]);
});

test('anything else at its depth ends a list; a number of its own begins it elsewhere', () => {
  const blocks = [
    text('numbered', 0, 4),
    text('numbered'),
    text('paragraph'),
    text('numbered'),
    pointer,
    text('numbered', 0, 3),
  ];
  expect(listNumbers(blocks)).toEqual([4, 5, null, 1, null, 3]);
});

test('of numbers read from a text those stay that counting would not give', () => {
  const read = [
    text('numbered', 0, 1),
    text('numbered', 0, 2),
    pointer,
    text('numbered', 0, 4),
    text('bullet', 0, 5),
  ];
  const kept = withNeededNumbers(read);
  expect(kept.map((block) => (block.type === 'text' ? block.number : undefined))).toEqual([
    undefined,
    undefined,
    undefined,
    4,
    undefined,
  ]);
  expect(listNumbers(kept)).toEqual([1, 2, null, 4, null]);
});
