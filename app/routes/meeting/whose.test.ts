import { expect, it } from 'vitest';
import { MINE, readWhose, SOMEBODY, SOMEBODY_BY_LABEL, saidFor, writtenWhose } from './whose.ts';

it('[C2] whose words they are waits with them, and goes into the command', () => {
  const vera = { how: 'person', id: 'vera', name: 'Vera' } as const;
  const ann = { how: 'label', words: ' Ann, on the night shift ' } as const;
  for (const whose of [vera, ann, MINE, SOMEBODY]) expect(readWhose(writtenWhose(whose))).toEqual(whose);
  expect(saidFor(vera)).toEqual({ forPerson: 'vera' });
  expect(saidFor(ann)).toEqual({ forLabel: 'Ann, on the night shift' });
});

it('[C2] nobody chosen is oneself', () => {
  for (const whose of [MINE, SOMEBODY, SOMEBODY_BY_LABEL, readWhose('{')]) expect(saidFor(whose)).toEqual({});
});
