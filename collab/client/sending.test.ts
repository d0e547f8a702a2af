import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSending } from './sending.ts';

/** One connection, as its two ends and the counter in between see it. */
const connection = ({ leavesOut = false } = {}) => {
  const frames: { kind: number; payload: Uint8Array }[] = [];
  const told = { brought: 0, more: 0 };
  const sending = createSending({
    put: (frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarString(decoder);
      decoding.readVarUint(decoder);
      frames.push({ kind: decoding.readVarUint(decoder), payload: decoding.readVarUint8Array(decoder) });
    },
    onBrought: (edits) => {
      told.brought += edits;
    },
    onMore: (more) => {
      told.more += more;
    },
    leavesOut: () => leavesOut,
  });
  return { frames, told, sending, kinds: () => frames.map(({ kind }) => kind) };
};

const message = (kind: 0 | 1 | 2, payload: Uint8Array) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, 'write-up:any:1');
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};
const NOTHING = Uint8Array.of(0, 0);
const words = (length: number) => {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, 'w'.repeat(length));
  return Y.encodeStateAsUpdate(doc);
};

it('[D4] an edit made before the handshake’s answer goes with it, and counts as stored with the last part of it', () => {
  const { sending, kinds, told } = connection();
  sending.send(message(0, Uint8Array.of(0)));
  sending.send(message(2, NOTHING));
  sending.send(message(2, NOTHING));
  expect(kinds()).toEqual([0]);
  sending.send(message(1, words(600_000)));
  sending.send(message(2, NOTHING));
  expect(kinds()).toEqual([0, 1, 2, 2, 2]);
  expect(told).toEqual({ brought: 0, more: 2 });
  sending.acknowledged();
  sending.acknowledged();
  expect(told.brought).toBe(0);
  sending.acknowledged();
  expect(told.brought).toBe(2);
  sending.acknowledged();
  expect(told.brought).toBe(2);
});

it('[bad input 16] after a refusal for its size, what was taken out since is not sent', () => {
  const doc = new Y.Doc();
  const undo = new Y.UndoManager(doc.getText('words'));
  doc.getText('words').insert(0, 'refused '.repeat(100));
  undo.undo();
  const sizes = [false, true].map((leavesOut) => {
    const { sending, frames } = connection({ leavesOut });
    sending.send(message(1, Y.encodeStateAsUpdate(doc)));
    return frames.reduce((sum, { payload }) => sum + payload.length, 0);
  });
  expect(sizes[0]).toBeGreaterThan(800);
  expect(sizes[1]).toBeLessThan(60);
});
