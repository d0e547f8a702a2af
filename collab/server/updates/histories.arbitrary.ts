import fc from 'fast-check';
import * as Y from 'yjs';

/** One deed of one of three writers; `at` and `length` are taken modulo what there is. */
export interface Step {
  writer: number;
  deed: 'type' | 'delete' | 'format' | 'set' | 'nest' | 'push' | 'sync';
  at: number;
  length: number;
  words: string;
}

export const anyHistory = (): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      writer: fc.nat(2),
      deed: fc.constantFrom('type', 'type', 'delete', 'format', 'set', 'nest', 'push', 'sync'),
      at: fc.nat(200),
      length: fc.integer({ min: 1, max: 12 }),
      words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 40 },
  );

/** Plays a history and answers the updates in an order in which a server could receive them. */
export const play = (history: readonly Step[]): Uint8Array[] => {
  const received: Uint8Array[] = [];
  const writers = [0, 1, 2].map(() => new Y.Doc());
  for (const writer of writers) {
    writer.on(
      'update',
      (update: Uint8Array, origin: unknown) => origin !== 'server' && received.push(update),
    );
  }
  for (const step of history) {
    const doc = writers[step.writer];
    if (!doc) continue;
    if (step.deed === 'sync') for (const update of [...received]) Y.applyUpdate(doc, update, 'server');
    else doc.transact(() => act(doc, step));
  }
  return received;
};

const act = (doc: Y.Doc, step: Step): void => {
  const text = doc.getText('words');
  const place = text.length === 0 ? 0 : step.at % text.length;
  DEEDS[step.deed](doc, step, place, Math.min(step.length, text.length - place));
};

type Deed = (doc: Y.Doc, step: Step, place: number, length: number) => void;

const DEEDS: Record<Step['deed'], Deed> = {
  type: (doc, { words }, place) => doc.getText('words').insert(place, words),
  delete: (doc, _step, place, length) => doc.getText('words').delete(place, length),
  format: (doc, _step, place, length) => doc.getText('words').format(place, length, { strong: true }),
  set: (doc, { at, words }) => {
    doc.getMap('facts').set(words, { at, of: [words, null, at / 3] });
  },
  nest: (doc, { words }) => {
    doc.getMap('facts').set(words, new Y.Map([[words, new Y.Array()]]));
  },
  push: (doc, { words }) => {
    const element = new Y.XmlElement('textblock');
    element.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment('section').insert(0, [element]);
  },
  sync: () => {},
};
