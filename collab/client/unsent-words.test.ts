import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillWords } from '#collab/document/entries.ts';
import { addSection } from '#collab/document/sections.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import type { TextBlock } from '#domain/write-up.ts';
import { stateBefore, unsentWords } from './unsent-words.ts';

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

test('[D14] what was typed since and deleted again is nobody’s loss, and an update is told from what was before it', () => {
  const doc = opened();
  const since = state(doc);
  const seen: Map<number, number>[] = [];
  doc.on('update', (update: Uint8Array) => seen.push(stateBefore(doc, update)));
  const words = textOf(doc, 'section:s', 0);
  words.insert(0, 'Never mind. ');
  expect(seen[0]).toEqual(since);
  expect(unsentWords(doc, seen[0] ?? new Map())).toHaveLength(1);
  words.delete(0, 'Never mind. '.length);
  expect(unsentWords(doc, since)).toEqual([]);
});
