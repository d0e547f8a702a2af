import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRuns } from './mark-runs.ts';

test('[K1] commented words are cut out of the runs they lie in, marks kept', () => {
  const runs = [
    { text: 'It said ' },
    { text: 'nothing', marks: [{ type: 'bold' as const }] },
    { text: ' at all.' },
  ];
  const marked = markRuns(runs, [{ from: 3, to: 11, words: 'said not', thread: 't' }]);
  expect(marked.map(({ run, threads }) => [run.text, threads.join(), run.marks?.length ?? 0])).toEqual([
    ['It ', '', 0],
    ['said ', 't', 0],
    ['not', 't', 1],
    ['hing', '', 1],
    [' at all.', '', 0],
  ]);
});

test('[K1] however threads overlap, no letter is lost or doubled', () =>
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 })),
      fc.array(
        fc.record({
          from: fc.nat(40),
          to: fc.nat(60),
          words: fc.string(),
          thread: fc.constantFrom('a', 'b', 'c'),
        }),
      ),
      (texts, stretches) => {
        const runs = texts.map((text) => ({ text }));
        expect(
          markRuns(runs, stretches)
            .map(({ run }) => run.text)
            .join(''),
        ).toBe(texts.join(''));
      },
    ),
  ));

test('[K1] on a page that was read before somebody typed, the words are marked where they stand on it, or not at all', () => {
  const marked = (text: string, from: number, words: string) =>
    markRuns([{ text }], [{ from, to: from + words.length, words, thread: 't' }])
      .filter(({ threads }) => threads.length > 0)
      .map(({ run }) => run.text);
  // 22 letters were typed before them since
  expect(marked('Removing them brought the load down a little.', 22, 'brought the load')).toEqual([
    'brought the load',
  ]);
  expect(marked('the load, then the load again', 16, 'the load')).toEqual(['the load']);
  expect(markRuns([{ text: 'a b a' }], [{ from: 1, to: 2, words: 'a', thread: 't' }])[0]?.threads).toEqual([
    't',
  ]);
  expect(marked('Here stood other words altogether.', 5, 'brought the load')).toEqual([]);
});
