import type { Node } from 'prosemirror-model';
import { type Command, EditorState, Selection, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { editorSchema } from '#collab/document/editor-schema.ts';
import type { TextKind } from '#domain/write-up.ts';
import { backspace, enter, indentBy, setShape } from './block-commands.ts';
import { linkAround, removeLink, setLink } from './mark-commands.ts';
import { uniqueIds } from './unique-ids.ts';

describe('Enter', () => {
  test('gives the new half an id of its own and keeps the other’s', () => {
    const [first, second] = blocks(after(enter, caret([block('a', 'one two')], 4)));
    expect(first).toMatchObject({ id: 'a', text: 'one' });
    expect(second?.text).toBe(' two');
    expect(second?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('at the beginning puts an empty block above, and the words keep their id', () => {
    const [empty, words] = blocks(after(enter, caret([block('a', 'words')], 1)));
    expect(empty?.text).toBe('');
    expect(words).toMatchObject({ id: 'a', text: 'words' });
  });

  test('in an empty item goes one step out, then to plain text', () => {
    const inside = caret([block('a', 'x', 'bullet'), block('b', '', 'bullet', 1)], 4);
    const out = after(enter, inside);
    expect(blocks(out)[1]).toMatchObject({ kind: 'bullet', indent: 0 });
    expect(blocks(after(enter, out))[1]).toMatchObject({ kind: 'paragraph' });
  });

  test('after a heading goes on in plain text', () => {
    expect(blocks(after(enter, caret([block('a', 'Head', 'heading')], 5)))[1]).toMatchObject({
      kind: 'paragraph',
    });
  });

  test('in an item with a number of its own leaves that with the upper half, whichever is written', () => {
    const fourth = [block('a', 'one two', 'numbered', 0, 4)];
    expect(blocks(after(enter, caret(fourth, 4))).map(({ number }) => number)).toEqual([4, null]);
    expect(blocks(after(enter, caret(fourth, 1)))).toMatchObject([
      { number: 4, text: '' },
      { id: 'a', number: null },
    ]);
  });

  test('in code is a new line', () => {
    expect(blocks(after(enter, caret([block('a', 'code', 'code')], 5)))).toMatchObject([{ text: 'code\n' }]);
  });
});

describe('Backspace at the beginning', () => {
  test('makes an item plain before it joins anything', () => {
    const plain = after(backspace, caret([block('a', 'x'), block('b', 'y', 'bullet')], 4));
    expect(blocks(plain)).toMatchObject([{ text: 'x' }, { kind: 'paragraph', text: 'y' }]);
    expect(blocks(after(backspace, plain))).toMatchObject([{ id: 'a', text: 'xy' }]);
  });
});

describe('Tab', () => {
  test('takes an item one deeper than the one above, no further', () => {
    const start = caret([block('a', 'x', 'bullet'), block('b', 'y', 'bullet')], 4);
    const deeper = after(indentBy(1), start);
    expect(blocks(deeper)[1]).toMatchObject({ indent: 1 });
    expect(indentBy(1)(deeper)).toBe(false);
    expect(blocks(after(indentBy(-1), deeper))[1]).toMatchObject({ indent: 0 });
  });

  test('is left to the page where there is nothing to indent', () => {
    expect(indentBy(1)(caret([block('a', 'x')], 1))).toBe(false);
  });
});

test('what is made a list again counts anew', () => {
  const [item] = [block('a', 'x', 'numbered', 0, 4)];
  const twice = after(
    setShape({ kind: 'numbered' }),
    after(setShape({ kind: 'numbered' }), caret([item], 1)),
  );
  expect(blocks(twice)).toMatchObject([{ kind: 'numbered', number: null }]);
});

test('a kind given twice is taken back', () => {
  const quote = after(setShape({ kind: 'quote' }), caret([block('a', 'x')], 1));
  expect(blocks(quote)).toMatchObject([{ id: 'a', kind: 'quote' }]);
  expect(blocks(after(setShape({ kind: 'quote' }), quote))).toMatchObject([{ kind: 'paragraph' }]);
});

test('two blocks with one id never stay so', () => {
  const twice = caret([block('a', 'x')], 1);
  const copy = twice.apply(twice.tr.insert(3, block('a', 'copy')));
  const mended = twice.applyTransaction(twice.tr.insert(3, block('a', 'copy'))).state;
  expect(copy.doc.childCount).toBe(2);
  expect(new Set(blocks(mended).map(({ id }) => id)).size).toBe(2);
});

describe('links', () => {
  test('[bad input 22] are made to safe addresses only', () => {
    const state = select([block('a', 'see here')], 5, 9);
    expect(setLink('java\tscript:alert(1)')(state)).toBe(false);
    const linked = after(setLink('https://example.org'), state);
    expect(linkAround(linked.doc.resolve(6))).toMatchObject({ href: 'https://example.org', from: 5, to: 9 });
    expect(linkAround(after(removeLink, linked).doc.resolve(6))).toBeNull();
  });
});

const block = (
  id: string,
  text: string,
  kind: TextKind = 'paragraph',
  indent = 0,
  number: number | null = null,
): Node =>
  editorSchema.node('textblock', { id, kind, indent, number }, text ? [editorSchema.text(text)] : []);

const opened = (nodes: Node[]) =>
  EditorState.create({ doc: editorSchema.node('doc', null, nodes), plugins: [uniqueIds()] });

function caret(nodes: Node[], at: number): EditorState {
  const state = opened(nodes);
  return state.apply(state.tr.setSelection(Selection.near(state.doc.resolve(at))));
}

function select(nodes: Node[], from: number, to: number): EditorState {
  const state = opened(nodes);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

function after(command: Command, state: EditorState): EditorState {
  let next = state;
  const done = command(state, (transaction) => {
    next = state.applyTransaction(transaction).state;
  });
  expect(done).toBe(true);
  return next;
}

function blocks({ doc }: EditorState) {
  return doc.content.content.map((node) => ({
    id: String(node.attrs.id),
    kind: String(node.attrs.kind),
    indent: Number(node.attrs.indent),
    number: node.attrs.number,
    text: node.textContent,
  }));
}
