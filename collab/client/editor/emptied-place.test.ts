// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addSection } from '#collab/document/sections.ts';
import { type Editing, openEditor } from './open-editor.ts';
import { personUndo } from './person-undo.ts';

const S = 'ce8b5a0e-6a0e-4c4c-8d6e-000000000001';
const PLACE = `section:${S}`;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const block = (id: string, text: string) => ({
  id,
  type: 'text' as const,
  kind: 'paragraph' as const,
  indent: 0,
  level: 1,
  content: [{ text, marks: [] }],
});

function page(doc: Y.Doc) {
  const awareness = new Awareness(doc);
  const editing = {
    doc,
    awareness,
    undo: personUndo(doc),
    around: {},
    menu: {},
    readMarkdown: () => null,
    askLink() {},
    onTooLarge() {},
    mayWrite: () => true,
  } as unknown as Editing;
  const at = document.createElement('div');
  const open = openEditor(editing, { at, fragment: PLACE, shape: 'body', label: '', placeholder: '' });
  closing.push(() => {
    open.close();
    awareness.destroy();
  });
  return open.view;
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

test('[D6] two who each take out one of the last two blocks leave an empty line to type into, open or opened later', () => {
  const amir = new Y.Doc();
  addSection(amir, { id: S, title: 'A section', blocks: [block('a', 'One.'), block('b', 'Two.')] });
  const priya = copyOf(amir);
  const [atAmir, atPriya] = [page(amir), page(priya)];
  const half = atAmir.state.doc.child(0).nodeSize;
  atAmir.dispatch(atAmir.state.tr.delete(0, half));
  atPriya.dispatch(atPriya.state.tr.delete(half, atPriya.state.doc.content.size));
  const [fromAmir, fromPriya] = [Y.encodeStateAsUpdate(amir), Y.encodeStateAsUpdate(priya)];
  Y.applyUpdate(amir, fromPriya);
  Y.applyUpdate(priya, fromAmir);
  expect(amir.getXmlFragment(PLACE)).toHaveLength(0);

  const later = copyOf(amir);
  for (const [doc, view] of [
    [amir, atAmir],
    [later, page(later)],
  ] as const) {
    view.state.doc.check();
    view.dispatch(view.state.tr.insertText('Three.', 1));
    view.state.doc.check();
    expect(view.state.doc.textContent).toBe('Three.');
    expect(doc.getXmlFragment(PLACE).toString()).toContain('Three.');
  }
});
