import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { anyHistory, play } from '../updates/histories.arbitrary.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { splitDocument } from './split-document.ts';

const docOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const read = (doc: Y.Doc) => [
  doc.getText('words').toDelta(),
  doc.getMap('facts').toJSON(),
  doc.getXmlFragment('section').toString(),
];

it('[D8] a snapshot says what the log said, and goes on being edited', () => {
  fc.assert(
    fc.property(anyHistory(), anyHistory(), (earlier, later) => {
      const log = play(earlier);
      const snapshot = buildSnapshot(log);
      expect(read(docOf(snapshot))).toEqual(read(docOf(log)));
      const more = play(later);
      const again = buildSnapshot([...snapshot, ...more]);
      expect(read(docOf(again))).toEqual(read(docOf([...log, ...more])));
    }),
    { numRuns: 100 },
  );
});

it('[D9] parts stay small, and each builds only on those before it', () => {
  const doc = new Y.Doc();
  const other = new Y.Doc();
  for (let word = 0; word < 4000; word++) {
    const writer = word % 2 ? doc : other;
    writer.getText('words').insert(writer.getText('words').length >> 1, `${word} `);
    if (word % 50 === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
    if (word % 70 === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
  }
  const parts = splitDocument(doc, 8 * 1024);
  expect(parts.length).toBeGreaterThan(5);
  const built = new Y.Doc();
  for (const part of parts) {
    expect(part.length).toBeLessThan(16 * 1024);
    Y.applyUpdate(built, part);
    expect(built.store.pendingStructs).toBeNull();
  }
  expect(built.getText('words').toString()).toBe(doc.getText('words').toString());
});

it('[D8] a log that builds on what is not there is left alone', () => {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, 'first');
  const before = Y.encodeStateVector(doc);
  doc.getText('words').insert(5, ' second');
  expect(() => buildSnapshot([Y.encodeStateAsUpdate(doc, before)])).toThrow();
});
