import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { anyHistory, play } from '#collab/server/updates/histories.arbitrary.ts';
import { cutUpdate } from './cut-update.ts';

const docOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) {
    Y.applyUpdate(doc, update);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
  return doc;
};
const read = (doc: Y.Doc) => [
  doc.getText('words').toDelta(),
  doc.getMap('facts').toJSON(),
  doc.getXmlFragment('section').toString(),
];

it('[D13] an update cut into parts is the same update, and each part builds only on those before it', () => {
  fc.assert(
    fc.property(anyHistory(), fc.nat(30), fc.integer({ min: 1, max: 60 }), (history, known, partBytes) => {
      const log = play(history);
      const before = docOf(log.slice(0, known));
      const update = Y.encodeStateAsUpdate(docOf(log), Y.encodeStateVector(before));
      const parts = cutUpdate(update, { partBytes });
      const after = docOf([Y.encodeStateAsUpdate(before), ...parts]);
      expect(read(after)).toEqual(read(docOf(log)));
      expect(Y.encodeStateVector(after)).toEqual(Y.encodeStateVector(docOf(log)));
    }),
    { numRuns: 200 },
  );
});

it('[D13] a long paste comes in several parts, and no character is cut in two', () => {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, 'before after');
  const before = Y.encodeStateAsUpdate(doc);
  doc.getText('words').insert(6, '🫖'.repeat(1000));
  const paste = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(before));
  const parts = cutUpdate(paste, { partBytes: 101 });
  expect(parts.length).toBeGreaterThan(15);
  for (const part of parts) expect(part.length).toBeLessThan(400);
  expect(
    docOf([before, ...parts])
      .getText('words')
      .toString(),
  ).toBe(doc.getText('words').toString());
});

it('[D13] words the same update takes out again need not be sent, and can still be put back where they were typed', () => {
  const doc = new Y.Doc();
  const undo = new Y.UndoManager(doc.getText('words'));
  doc.getText('words').insert(0, 'stays ');
  undo.stopCapturing();
  doc.getText('words').insert(6, 'goes '.repeat(1000));
  undo.undo();
  const whole = Y.encodeStateAsUpdate(doc);
  expect(whole.length).toBeGreaterThan(5000);
  const parts = cutUpdate(whole, { partBytes: 1000, leavesOut: true });
  expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(100);
  const other = docOf(parts);
  expect(other.getText('words').toString()).toBe('stays ');
  undo.redo();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
  expect(other.getText('words').toString()).toBe(doc.getText('words').toString());
  expect(other.getText('words').length).toBe(5006);
});
