import { expect, test } from 'vitest';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { change } from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { addFinding, setFindingKind } from '#collab/document/findings.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { addSection, removeSection } from '#collab/document/sections.ts';
import { keepOneText } from './one-text.ts';
import { personUndo } from './person-undo.ts';
import { structureStore } from './structure-store.ts';

test('undo takes back a removal, and a change of kind, without an editor open', () => {
  const doc = new Y.Doc();
  addSection(doc, { id: 's', title: 'What held' });
  addFinding(doc, { id: 'f', kind: 'contributor' });
  const undo = personUndo(doc);
  removeSection(doc, 's');
  expect(undo.undo()).toBe(true);
  expect(readWriteUp(doc).sections).toHaveLength(1);
  setFindingKind(doc, 'f', 'mitigator');
  undo.undo();
  expect(readWriteUp(doc).findings[0]?.kind).toBe('contributor');
  undo.redo();
  expect(readWriteUp(doc).findings[0]?.kind).toBe('mitigator');
});

test('undo of an added section hides it, with a neighbour’s words in it kept, and redo shows both', () => {
  const doc = new Y.Doc();
  const undo = personUndo(doc);
  addSection(doc, { id: 's', title: 'Mine' });
  const words = textIn(doc, WORDS.section('s'));
  doc.transact(() => words.insert(0, 'A neighbour was here.'), 'from the server');
  undo.undo();
  expect(readWriteUp(doc).sections).toEqual([]);
  undo.redo();
  expect(JSON.stringify(readWriteUp(doc).sections)).toContain('A neighbour was here.');
});

test('a title and the words under it, typed within half a second, are two steps', () => {
  const doc = new Y.Doc();
  addSection(doc, { id: 's' });
  const undo = personUndo(doc);
  const words = doc.getXmlFragment(WORDS.section('s'));
  const title = doc.getXmlFragment(WORDS.sectionTitle('s'));
  for (const fragment of [title, words]) undo.watch(fragment, { hasFocus: () => true } as never);
  const types = (name: string, text: string) =>
    doc.transact(() => textIn(doc, name).insert(0, text), ySyncPluginKey);
  types(WORDS.sectionTitle('s'), 'Whose undo');
  types(WORDS.section('s'), 'Amir wrote this.');
  undo.undo();
  expect(JSON.stringify(readWriteUp(doc))).toContain('Whose undo');
  expect(JSON.stringify(readWriteUp(doc))).not.toContain('Amir wrote this.');
  undo.undo();
  expect(JSON.stringify(readWriteUp(doc))).not.toContain('Whose undo');
});

test('undo takes back nothing a neighbour did', () => {
  const doc = new Y.Doc();
  addSection(doc, { id: 's', title: 'Ours' });
  const undo = personUndo(doc);
  doc.transact(() => textIn(doc, WORDS.section('s')).insert(0, 'Theirs.'), 'from the server');
  expect(undo.undo()).toBe(false);
  expect(JSON.stringify(readWriteUp(doc))).toContain('Theirs.');
});

test('[D13] what was put back is taken back by itself, whatever was typed since; undone already, nothing else is', () => {
  const doc = new Y.Doc();
  addSection(doc, { id: 's', title: 'Ours' });
  const undo = personUndo(doc);
  const fragment = doc.getXmlFragment(WORDS.section('s'));
  undo.watch(fragment, { hasFocus: () => true } as never);
  const words = textIn(doc, WORDS.section('s'));
  const types = (text: string) => doc.transact(() => words.insert(0, text), ySyncPluginKey);
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
  textIn(server, WORDS.section('s')).insert(0, 'From the server. ');
  const written = { client: server.clientID, length: 'From the server. '.length };
  expect(undo.adopt(written, fragment)).toBeNull();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'from the server');
  const takeServersBack = undo.adopt(written, fragment);
  const takeOwnBack = undo.asOneStep(
    () => change(doc, () => words.insert(0, 'Left in this browser. ')),
    fragment,
  );
  types('Typed since. ');
  takeServersBack?.();
  expect(words.toString()).toBe('Typed since. Left in this browser. ');
  takeOwnBack();
  expect(words.toString()).toBe('Typed since. ');
  takeOwnBack();
  takeServersBack?.();
  expect(words.toString()).toBe('Typed since. ');
  undo.redo();
  expect(words.toString()).toBe('Typed since. Left in this browser. ');
  undo.undo();
  undo.undo();
  expect(words.toString()).toBe('');
});

test('a block this person makes gets its one text at once, a neighbour’s is left alone', () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('section:s');
  keepOneText(fragment);
  doc.transact(() => fragment.insert(0, [new Y.XmlElement('textblock')]), ySyncPluginKey);
  doc.transact(() => fragment.insert(1, [new Y.XmlElement('textblock')]), 'from the server');
  const [mine, theirs] = fragment.toArray() as Y.XmlElement[];
  expect([mine?.length, theirs?.length]).toEqual([1, 0]);
});

test('typing does not touch what the page’s lists are made of', async () => {
  const doc = new Y.Doc();
  addSection(doc, { id: 's' });
  const store = structureStore(doc);
  const before = store.get();
  textIn(doc, WORDS.section('s')).insert(0, 'typed');
  await Promise.resolve();
  expect(store.get()).toBe(before);
  addSection(doc, { id: 't' });
  await Promise.resolve();
  expect(store.get().sections.map(({ id }) => id)).toEqual(['s', 't']);
});

function textIn(doc: Y.Doc, name: string): Y.XmlText {
  const [first] = doc.getXmlFragment(name).toArray();
  const words = first instanceof Y.XmlElement ? first.get(0) : null;
  if (!(words instanceof Y.XmlText)) throw new Error(`no text in ${name}`);
  return words;
}
