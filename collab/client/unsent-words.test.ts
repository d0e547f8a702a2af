import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillWords } from '#collab/document/entries.ts';
import { addSection } from '#collab/document/sections.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import type { TextBlock } from '#domain/write-up.ts';
import { unsentWords, wordsOfMarks } from './unsent-words.ts';

const paragraph = (id: string, text: string): TextBlock => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});
function opened(): Y.Doc {
  const doc = new Y.Doc();
  const sections = [{ id: 's', title: 'One', blocks: [paragraph('a', 'First.'), paragraph('b', 'Second.')] }];
  Y.applyUpdate(doc, seedWriteUp({ title: 'T', standfirst: '', sections, findings: [], moments: [] }));
  return doc;
}
const state = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));
const textOf = (doc: Y.Doc, place: string, at: number) =>
  (doc.getXmlFragment(place).get(at) as Y.XmlElement).get(0) as Y.XmlText;

test('[D14] names the words that came since, where they belong, and nothing that stood there before', () => {
  const doc = opened();
  const since = state(doc);
  textOf(doc, 'section:s', 0).insert(6, ' And more.');
  textOf(doc, 'section:s', 1).delete(0, 3);
  expect(unsentWords(doc, since)).toEqual([
    {
      kind: 'lost',
      place: 'section:s',
      block: 'a',
      afterBlock: '',
      before: '',
      words: 'And more.',
      after: '',
    },
  ]);
});

test('[D14] paragraphs begun since, one behind the other, are one; a part begun since keeps its places', () => {
  const doc = opened();
  const since = state(doc);
  fillWords(doc, 'section:s', [paragraph('c', 'Third.'), paragraph('d', 'Fourth.')]);
  addSection(doc, { id: 'new', title: 'New', blocks: [paragraph('e', 'Fifth.')] });
  expect(
    unsentWords(doc, since).map(({ place, block, afterBlock, words }) => [place, block, afterBlock, words]),
  ).toEqual([
    ['section:s', '', 'b', 'Third.\nFourth.'],
    ['section-title:new', '', '', 'New'],
    ['section:new', '', '', 'Fifth.'],
  ]);
});

test('[D14] what was typed since and deleted again is nobody’s loss', () => {
  const doc = opened();
  const since = state(doc);
  const words = textOf(doc, 'section:s', 0);
  words.insert(0, 'Never mind. ');
  expect(unsentWords(doc, since)).toHaveLength(1);
  words.delete(0, 'Never mind. '.length);
  expect(unsentWords(doc, since)).toEqual([]);
});

test('[D14] of what has come meanwhile only the words of a marked tab are unsent, of two tabs those of both', () => {
  const doc = opened();
  const other = new Y.Doc();
  const neighbour = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(neighbour, Y.encodeStateAsUpdate(doc));
  textOf(doc, 'section:s', 0).insert(6, ' Mine, sent.');
  const mine = new Map([[doc.clientID, state(doc).get(doc.clientID) ?? 0]]);
  textOf(doc, 'section:s', 0).insert(0, 'Mine. ');
  textOf(other, 'section:s', 1).insert(7, ' Mine too.');
  textOf(neighbour, 'section:s', 1).insert(0, 'Priya’s. ');
  for (const one of [other, neighbour]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one));
  const words = (marks: (ReadonlyMap<number, number> | null)[]) =>
    wordsOfMarks(doc, marks).map((lost) => lost.words);
  expect(words([mine])).toEqual(['Mine.']);
  expect(words([mine, new Map([[other.clientID, 0]])])).toEqual(['Mine.', 'Mine too.']);
  expect(words([null])).toHaveLength(3);
});
