import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillLine } from './entries.ts';
import { FACT, factsOf, WORDS } from './field-names.ts';
import { readWriteUp } from './read-write-up.ts';
import { addSection } from './sections.ts';

test('[bad input 21] unknown nodes become a paragraph of their words', () => {
  const doc = withSection();
  const video = new Y.XmlElement('video');
  const words = new Y.XmlText();
  words.insert(0, 'a caption');
  video.insert(0, [words]);
  doc.getXmlFragment(WORDS.section('s')).insert(1, [video]);
  expect(readWriteUp(doc).sections[0]?.blocks.at(-1)).toMatchObject({
    kind: 'paragraph',
    content: [{ text: 'a caption' }],
  });
});

test('[bad input 21] ten thousand deep is read without a word lost', () => {
  const doc = withSection();
  doc.transact(() => {
    let inner = doc.getXmlFragment(WORDS.section('s'));
    for (let depth = 0; depth < 10_000; depth++) {
      const next = new Y.XmlElement('textblock');
      inner.insert(0, [next]);
      inner = next;
    }
    const words = new Y.XmlText();
    inner.insert(0, [words]);
    words.insert(0, 'at the bottom');
  });
  expect(JSON.stringify(readWriteUp(doc))).toContain('at the bottom');
});

test('[bad input 21] attributes and facts of wrong types read as something harmless', () => {
  const doc = withSection();
  const block = new Y.XmlElement<{ [key: string]: string | number | object }>('textblock');
  for (const [key, value] of Object.entries({
    kind: '<script>',
    level: Infinity,
    indent: -5,
    quoted: 'x',
    id: { a: 1 },
  }))
    block.setAttribute(key, value);
  doc.getXmlFragment(WORDS.section('s')).insert(0, [block as unknown as Y.XmlElement]);
  factsOf(doc, 'moments').set(
    'm',
    new Y.Map<unknown>([
      [FACT.time, { certainty: 'exact', start: 'never' }],
      [FACT.order, 7],
    ]),
  );
  (doc.getMap('findings') as Y.Map<unknown>).set('not facts', 'at all');
  const { sections, moments, findings } = readWriteUp(doc);
  expect(sections[0]?.blocks[0]).toEqual({
    type: 'text',
    id: '',
    kind: 'paragraph',
    level: 1,
    indent: 0,
    content: [],
  });
  expect(moments[0]).toMatchObject({ kind: 'observation', time: { certainty: 'order-only' }, accounts: [] });
  expect(findings).toEqual([]);
});

test('[bad input 47] a title loses marks that turn its direction and characters nobody sees, not its words', () => {
  const doc = withSection();
  fillLine(doc, WORDS.title, 'The \u202egnp.exe\u0000 matter\u2066');
  fillLine(doc, WORDS.sectionTitle('s'), '\u202e');
  expect(readWriteUp(doc)).toMatchObject({ title: 'The gnp.exe matter', sections: [{ title: '' }] });
});

test.each([
  '0000-01-01T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '9999-12-31T23:59:59Z',
  'Infinity',
  Infinity,
  '1e400',
])('[bad input 48] a moment at %s has an order only', (start) => {
  const doc = withSection();
  const facts: [string, unknown][] = [[FACT.time, { certainty: 'exact', start, end: null }]];
  factsOf(doc, 'moments').set('m', new Y.Map<unknown>([...facts, [FACT.order, 'a0']]));
  expect(readWriteUp(doc).moments[0]?.time).toEqual({ certainty: 'order-only' });
});

test('[bad input 22] a link that is not safe loses its address, not its words', () => {
  const doc = withSection();
  const words = new Y.XmlText();
  words.insert(0, 'click', { link: { href: 'jAvAscript:alert(1)' }, bold: {} });
  const block = new Y.XmlElement('textblock');
  block.insert(0, [words]);
  doc.getXmlFragment(WORDS.section('s')).insert(0, [block]);
  expect(readWriteUp(doc).sections[0]?.blocks[0]).toMatchObject({
    content: [{ text: 'click', marks: [{ type: 'bold' }] }],
  });
});

function withSection(): Y.Doc {
  const doc = new Y.Doc();
  addSection(doc, { id: 's' });
  return doc;
}
