import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { TextBlock } from '#domain/write-up.ts';
import { WORDS } from './field-names.ts';
import { addFinding, removeFinding, setFindingKind } from './findings.ts';
import { addAccount, addMoment, removeAccount, removeMoment, setMomentLane } from './moments.ts';
import { readWriteUp } from './read-write-up.ts';
import { rebuilt } from './rebuild.ts';
import { addSection, removeSection } from './sections.ts';
import { seedWriteUp } from './seed-write-up.ts';
import { anyWriteUp } from './write-up.arbitrary.ts';

const EMPTY = { title: 'A slow evening', standfirst: '', sections: [], findings: [], moments: [] };
const SECRET = 'xylophone';

function opened(writeUp: Parameters<typeof seedWriteUp>[0]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedWriteUp(writeUp));
  return doc;
}
const paragraph = (text: string): TextBlock => ({
  type: 'text',
  id: text.slice(0, 8),
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text }],
});
const encoded = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1');

test('[D14] a rebuilt write-up reads as before, whatever it holds', () => {
  const readsTheSame = fc.property(anyWriteUp(), (writeUp) => {
    // a red herring's parts in another kind are the one thing that goes
    const findings = writeUp.findings.map((finding) =>
      finding.kind === 'red-herring' ? finding : { ...finding, reasonable: [], ended: [] },
    );
    expect(readWriteUp(rebuilt(opened(writeUp)))).toEqual({ ...writeUp, findings });
  });
  fc.assert(readsTheSame, { numRuns: 200 });
});

test('[D14] nothing that was deleted, taken out or overwritten is in it, and nobody who wrote it', () => {
  const doc = opened(EMPTY);
  addSection(doc, { id: 'kept', title: 'What held', blocks: [paragraph(`The ${SECRET} backup held.`)] });
  addSection(doc, { id: 'gone', title: SECRET, blocks: [paragraph(SECRET)] });
  addFinding(doc, { id: 'gone', kind: 'risk', title: SECRET });
  addFinding(doc, { id: 'was-herring', kind: 'red-herring', reasonable: [paragraph(SECRET)] });
  addMoment(doc, { id: 'm', kind: 'observation', time: { certainty: 'order-only' }, lane: SECRET });
  addAccount(doc, 'm', { id: 'gone', teller: SECRET, blocks: [paragraph(SECRET)] });
  addMoment(doc, { id: 'gone', kind: 'observation', time: { certainty: 'order-only' } });
  addAccount(doc, 'gone', { id: 'with-it', teller: SECRET, blocks: [paragraph(SECRET)] });
  const words = (doc.getXmlFragment(WORDS.section('kept')).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  words.delete(4, SECRET.length + 1);
  removeSection(doc, 'gone');
  removeFinding(doc, 'gone');
  setFindingKind(doc, 'was-herring', 'contributor');
  setMomentLane(doc, 'm', 'on call');
  removeAccount(doc, 'gone');
  removeMoment(doc, 'gone');
  expect(encoded(doc)).toContain(SECRET);

  const fresh = rebuilt(doc);
  expect(encoded(fresh)).not.toContain(SECRET);
  const before = readWriteUp(doc);
  const findings = before.findings.map((finding) => ({ ...finding, reasonable: [] }));
  expect(readWriteUp(fresh)).toEqual({ ...before, findings });
  expect(readWriteUp(fresh).sections[0]?.blocks).toMatchObject([{ content: [{ text: 'The backup held.' }] }]);
  expect([...fresh.store.clients.keys()]).toEqual([fresh.clientID]);
});

test('[D14] what an element or a fact carries beside words comes along as it was, numbers and cells too', () => {
  const doc = opened(EMPTY);
  addSection(doc, { id: 's' });
  const cell = new Y.XmlElement<{ [name: string]: string | number | boolean }>('table_cell');
  cell.setAttribute('colspan', 3);
  const [row, table] = [new Y.XmlElement('table_row'), new Y.XmlElement('table')];
  row.insert(0, [cell as unknown as Y.XmlElement]);
  table.insert(0, [row]);
  doc.getXmlFragment(WORDS.section('s')).insert(0, [table]);
  const copied = (rebuilt(doc).getXmlFragment(WORDS.section('s')).get(0) as Y.XmlElement).get(
    0,
  ) as Y.XmlElement;
  expect((copied.get(0) as Y.XmlElement).getAttributes()).toEqual({ colspan: 3 });
});
