import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { WORDS } from '#collab/document/field-names.ts';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { anyWriteUp } from '#collab/document/write-up.arbitrary.ts';
import { isKnown } from './is-known.ts';

test('everything that can be seeded can be edited', () => {
  const editable = fc.property(anyWriteUp(), (writeUp) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seedWriteUp(writeUp));
    for (const { id } of writeUp.sections) expect(isKnown(doc.getXmlFragment(WORDS.section(id)))).toBe(true);
  });
  fc.assert(editable, { numRuns: 50 });
});

test.each([
  ['a node nobody knows', () => new Y.XmlElement('video')],
  ['text outside a block', () => new Y.XmlText('loose')],
  ['a block inside a block', () => nested('textblock', 'textblock')],
  ['a row outside a table', () => new Y.XmlElement('table_row')],
  ['a table in a cell of a table', () => nested('table', 'table')],
])('[bad input 21] %s is shown to read, not opened', (_what, make) => {
  const fragment = new Y.Doc().getXmlFragment('section:s');
  fragment.insert(0, [make()]);
  expect(isKnown(fragment)).toBe(false);
});

function nested(outer: string, inner: string): Y.XmlElement {
  const element = new Y.XmlElement(outer);
  element.insert(0, [new Y.XmlElement(inner)]);
  return element;
}
