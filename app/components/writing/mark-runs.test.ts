import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRuns } from './mark-runs.ts';

test('[K1] commented words are cut out of the runs they lie in, marks kept', () => {
  const runs = [
    { text: 'It said ' },
    { text: 'nothing', marks: [{ type: 'bold' as const }] },
    { text: ' at all.' },
  ];
  const marked = markRuns(runs, [{ from: 3, to: 11, thread: 't' }]);
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
      fc.array(fc.record({ from: fc.nat(40), to: fc.nat(60), thread: fc.constantFrom('a', 'b', 'c') })),
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
