import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { seedWriteUp } from '#collab/document/seed-write-up.ts';
import { anyWriteUp } from '#collab/document/write-up.arbitrary.ts';
import { bringsNothing, leavesGap } from './compare-update.ts';
import { anyHistory, play } from './histories.arbitrary.ts';
import { nestsTooDeep } from './nesting.ts';
import { parseUpdate } from './parse-update.ts';

const caps = { structs: 100_000, structLength: 1_000_000, nesting: 40 };

it('[D13] whatever a write-up becomes is read whole, and never mistaken for an attack', () => {
  fc.assert(
    fc.property(anyWriteUp(), (writeUp) => {
      const bytes = seedWriteUp(writeUp);
      const doc = new Y.Doc();
      const parsed = parseUpdate(bytes, caps);
      expect(parsed.structs).toHaveLength(Y.decodeUpdate(bytes).structs.length);
      expect(leavesGap(parsed, doc)).toBe(false);
      expect(nestsTooDeep(parsed, doc, caps.nesting)).toBe(false);
      expect(bringsNothing(parsed, doc)).toBe(parsed.structs.length === 0);
      Y.applyUpdate(doc, bytes);
      expect(bringsNothing(parsed, doc)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('[D13] every update of a history of several writers comes in, in the order it was made', () => {
  fc.assert(
    fc.property(anyHistory(), (history) => {
      const doc = new Y.Doc();
      for (const update of play(history)) {
        const parsed = parseUpdate(update, caps);
        expect(leavesGap(parsed, doc)).toBe(false);
        expect(nestsTooDeep(parsed, doc, caps.nesting)).toBe(false);
        Y.applyUpdate(doc, update);
        expect(bringsNothing(parsed, doc)).toBe(true);
      }
      const whole = parseUpdate(Y.encodeStateAsUpdate(doc), caps);
      expect(bringsNothing(whole, doc)).toBe(true);
      expect(leavesGap(whole, new Y.Doc())).toBe(false);
    }),
    { numRuns: 100 },
  );
});

it('bytes cut short or changed are refused or harmless, never read past their end', () => {
  fc.assert(
    fc.property(anyHistory(), fc.nat(), fc.nat(255), (history, at, byte) => {
      for (const update of play(history)) {
        expect(() => parseUpdate(update.subarray(0, update.length - 1), caps)).toThrow();
        const changed = Uint8Array.from(update);
        changed[at % changed.length] = byte;
        try {
          parseUpdate(changed, caps);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
    }),
    { numRuns: 100 },
  );
});
