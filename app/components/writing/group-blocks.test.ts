import { expect, test } from 'vitest';
import type { Block, PointerBlock, TextKind } from '#domain/write-up.ts';
import { groupBlocks, type Piece } from './group-blocks.ts';

test('items of one depth are one list, deeper ones a list within their item', () => {
  expect(shape(item('a'), item('b', 1), item('c', 1), item('d'))).toBe('ul(a ul(b c) d)');
});

test('a paragraph below an item belongs to it', () => {
  expect(shape(item('a'), text('p', 'paragraph', 1), item('b'), text('q'))).toBe('ul(a p b) q');
});

test('another kind of list begins a new one', () => {
  expect(shape(item('a'), text('b', 'numbered'), text('c', 'numbered'))).toBe('ul(a) ol(b c)');
});

test('a list that begins deep is still one list', () => {
  expect(shape(item('a', 3), item('b', 3), item('c', 1))).toBe('ul(a b) ul(c)');
});

test('quoted neighbours are one quotation, lists in it stay lists', () => {
  const quotedItem: Block = { ...text('b', 'bullet'), quoted: true };
  expect(shape(text('x'), text('a', 'quote'), quotedItem, text('y'))).toBe('x quote(a ul(b)) y');
});

test('neighbouring pointers to one place are one, others stay apart', () => {
  const blocks = [text('a'), pointer('b'), pointer('c'), pointer('d', 'finding'), text('e'), pointer('f')];
  expect(shape(...blocks)).toBe('a moment(b c) finding(d) e moment(f)');
});

const pointer = (id: string, to: PointerBlock['to'] = 'moment'): Block => ({
  type: 'pointer',
  id,
  to,
  target: id,
});
const item = (id: string, indent = 0) => text(id, 'bullet', indent);
const text = (id: string, kind: TextKind = 'paragraph', indent = 0) =>
  ({ type: 'text', id, kind, level: 1, indent, content: [] }) satisfies Block;

const shape = (...blocks: Block[]): string => groupBlocks(blocks).map(drawn).join(' ');

function drawn(piece: Piece): string {
  if (piece.type === 'block') return piece.block.id;
  if (piece.type === 'pointers') return `${piece.to}(${piece.blocks.map(({ id }) => id).join(' ')})`;
  if (piece.type === 'quotation') return `quote(${piece.pieces.map(drawn).join(' ')})`;
  const items = piece.items.map(({ block, within }) => [block.id, ...within.map(drawn)].join(' '));
  return `${piece.ordered ? 'ol' : 'ul'}(${items.join(' ')})`;
}
