import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMutations } from '../testing-mutations.ts';
import { handMade } from '../testing-raw.ts';
import { bringsNothing, leavesGap } from './compare-update.ts';
import { anyHistory, play } from './histories.arbitrary.ts';
import { nestsTooDeep } from './nesting.ts';
import { type ParsedUpdate, parseUpdate } from './parse-update.ts';
import { goesOnFromGone, tearsPlaces } from './places.ts';

/** Histories whose updates are changed at random, two hundred times each; many more with `npm run test:long`. */
const HISTORIES = process.env.SOAK_LONG ? 100_000 : 250;
const SEED = process.env.SOAK_LONG ? Date.now() % 1_000_000_007 : 20261201;
const TIMES = 200;

const caps = { structs: 100_000, structLength: 1_000_000, nesting: 40 };

/** What the door asks of an update of somebody who may write, in its order; null: it does not come in. */
const checked = (bytes: Uint8Array, doc: Y.Doc): ParsedUpdate | null => {
  let update: ParsedUpdate;
  try {
    update = parseUpdate(bytes, caps);
  } catch {
    return null;
  }
  const isOdd =
    leavesGap(update, doc) ||
    goesOnFromGone(update, doc) ||
    tearsPlaces(update, doc) ||
    nestsTooDeep(update, doc, caps.nesting);
  return isOdd ? null : update;
};

describe('[bad input 9] what passes the checks is taken in whole', () => {
  it(`here, at every later loading and out of a snapshot, whatever was changed at random: seed ${SEED}`, () => {
    let came = 0;
    for (let seed = SEED; seed < SEED + HISTORIES; seed++) {
      const [history = []] = fc.sample(anyHistory(), { seed, numRuns: 1 });
      const updates = play(history);
      const log = updates.slice(0, Math.ceil(updates.length / (1 + (seed % 2))));
      const doc = opened(log);
      const change = createMutations(seed);
      for (let time = 0; time < TIMES && updates.length > 0; time++) {
        const bytes = new Uint8Array(change([...updates, Y.mergeUpdates(updates)]));
        const update = checked(bytes, doc);
        if (!update) continue;
        const said = `seed ${seed}, change ${time}`;
        const isNew = !bringsNothing(update, doc);
        expect(() => Y.applyUpdate(doc, bytes), said).not.toThrow();
        expect([doc.store.pendingStructs, doc.store.pendingDs], said).toEqual([null, null]);
        if (!isNew) continue;
        came++;
        log.push(bytes);
        for (const other of [opened(log), opened(log, 'at once'), opened([Y.encodeStateAsUpdate(doc)])])
          expect(Y.encodeStateVector(other), said).toEqual(Y.encodeStateVector(doc));
      }
      expect(() => writesOn(doc), `seed ${seed}, written on`).not.toThrow();
    }
    expect(came).toBeGreaterThan(HISTORIES / 2);
  }, 3_600_000);

  it('several updates of one history, merged into one, are as honest as each', () => {
    fc.assert(
      fc.property(anyHistory(), fc.nat(40), (history, known) => {
        const updates = play(history);
        const doc = opened(updates.slice(0, known));
        expect(updates.length === 0 || checked(Y.mergeUpdates(updates), doc)).toBeTruthy();
      }),
    );
  });

  // each made a write-up that could not be opened any more, or waited in memory for ever
  const words = () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getText('words').insert(0, 'before');
    return doc;
  };
  /** Structs of one client each: `[client, clock, ...]`, then what is deleted. */
  const update = (runs: ((to: encoding.Encoder) => void)[], deletes: number[] = [0]) =>
    handMade((to) => {
      encoding.writeVarUint(to, runs.length);
      for (const run of runs) run(to);
      for (const number of deletes) encoding.writeVarUint(to, number);
    });
  const letter =
    (client: number, clock: number, origin: [number, number] | null, right: [number, number] | null = null) =>
    (to: encoding.Encoder) => {
      for (const number of [1, client, clock]) encoding.writeVarUint(to, number);
      encoding.writeUint8(to, 4 + (origin ? 0x80 : 0) + (right ? 0x40 : 0));
      for (const number of [...(origin ?? []), ...(right ?? [])]) encoding.writeVarUint(to, number);
      if (!origin && !right) {
        encoding.writeVarUint(to, 1);
        encoding.writeVarString(to, 'words');
      }
      encoding.writeVarString(to, 'x');
    };

  it('a deletion of nothing, by a client nobody knows', () => {
    expect(checked(update([], [1, 99, 1, 0, 0]), words())).toBeNull();
    expect(checked(update([], [1, 7, 1, 0, 1]), words())).not.toBeNull();
  });

  it('a value that is no JSON, as a thing in a text and as the value of a format', () => {
    const holds = (kind: 5 | 6, value: string) => (to: encoding.Encoder) => {
      for (const number of [1, 9, 0]) encoding.writeVarUint(to, number);
      encoding.writeUint8(to, kind);
      encoding.writeVarUint(to, 1);
      encoding.writeVarString(to, 'words');
      if (kind === 6) encoding.writeVarString(to, 'strong');
      encoding.writeVarString(to, value);
    };
    for (const kind of [5, 6] as const) {
      expect(checked(update([holds(kind, 'undefined')]), words())).toBeNull();
      const fine = update([holds(kind, 'null')]);
      expect(checked(fine, words())).not.toBeNull();
      expect(() => Y.applyUpdate(words(), fine)).not.toThrow();
    }
  });

  it('one client in two runs, of which Yjs would keep the second alone', () => {
    expect(checked(update([letter(9, 0, null), letter(9, 1, [9, 0])]), words())).toBeNull();
    expect(checked(update([letter(9, 0, null), letter(10, 0, [9, 0])]), words())).not.toBeNull();
  });

  it('letters that stand behind one another in a circle', () => {
    expect(checked(update([letter(9, 0, [10, 0]), letter(10, 0, [9, 0])]), words())).toBeNull();
    expect(checked(update([letter(9, 0, [10, 0]), letter(10, 0, [7, 2])]), words())).not.toBeNull();
  });

  it('fifty thousand letters that wait for one, the last of all', () => {
    const crowd = Array.from({ length: 50_000 }, (_, at) => letter(1_000_000 - at, 0, [9, 0]));
    const began = performance.now();
    expect(checked(update([letter(9, 0, [7, 2]), ...crowd]), words())).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('a letter that is here, said to stand behind one that is not', () => {
    expect(checked(update([letter(7, 0, [99, 0])]), words())).toBeNull();
  });

  it('a letter between neighbours of two different texts', () => {
    const doc = words();
    doc.getText('others').insert(0, 'after');
    expect(checked(update([letter(9, 0, [7, 2], [7, 8])]), doc)).toBeNull();
    expect(checked(update([letter(9, 0, [7, 2], [7, 3])]), doc)).not.toBeNull();
  });

  it('a beginning that went with what it stood in, and goes on: the rest comes alone when its client connects again', () => {
    const far = new Y.Doc();
    far.clientID = 7;
    const block = new Y.XmlElement('textblock');
    far.getXmlFragment('section').insert(0, [block]);
    block.insert(0, [new Y.XmlText('be')]);
    const doc = opened([Y.encodeStateAsUpdate(far)]);
    const text = block.get(0) as Y.XmlText;
    text.insert(2, 'fore');
    doc.getXmlFragment('section').delete(0, 1);
    const whole = Y.encodeStateAsUpdate(far);
    expect(checked(whole, doc)).toBeNull();
    // as a client that connects again sends it: what is missing alone
    const missing = Y.encodeStateAsUpdate(far, Y.encodeStateVector(doc));
    expect(checked(missing, doc)).not.toBeNull();
    expect(() => Y.applyUpdate(doc, missing)).not.toThrow();
  });
});

const opened = (updates: readonly Uint8Array[], way: 'singly' | 'at once' = 'singly'): Y.Doc => {
  const doc = new Y.Doc();
  const apply = () => {
    for (const bytes of updates) Y.applyUpdate(doc, bytes);
  };
  if (way === 'at once') doc.transact(apply);
  else apply();
  return doc;
};

/** Somebody types in the middle and takes everything out again. */
const writesOn = (doc: Y.Doc): void => {
  const far = opened([Y.encodeStateAsUpdate(doc)]);
  const text = far.getText('words');
  text.insert(Math.floor(text.length / 2), 'more');
  text.delete(0, text.length);
  const section = far.getXmlFragment('section');
  section.delete(0, section.length);
  const facts = far.getMap('facts');
  for (const key of [...facts.keys()]) facts.delete(key);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(far));
};
