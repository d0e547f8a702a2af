import { expect, test } from 'vitest';
import { asId, type StageId } from '../ids.ts';
import { momentTime, placeWords } from './target-words.ts';

test('on the stage a theory says when it began and never when it ended: hindsight does not leak', () => {
  const held = { certainty: 'about', start: '2026-11-20T19:00:00Z', end: '2026-11-20T22:00:00Z' } as const;
  expect(momentTime(held, 'UTC')).toBe('about 19:00');
  expect(momentTime({ certainty: 'order-only' }, 'UTC')).toBeNull();
});

test('[C1] [C5] a place is what was on stage, in words; once that is gone its section, else the stage', () => {
  const stage = asId<StageId>('walk');
  const writeUp = {
    title: '',
    standfirst: '',
    sections: [{ id: 's', title: 'A quiet evening', blocks: [] }],
    findings: [],
    moments: [
      {
        id: 'm',
        kind: 'observation' as const,
        time: { certainty: 'about' as const, start: '2026-11-20T23:15:00Z', end: null },
        lane: '',
        blocks: [],
        accounts: [],
        evidence: [],
        herring: null,
      },
    ],
  };
  const words = (type: 'moment' | 'block', id: string, section: string | null = null) =>
    placeWords({ stage, target: { type, id, section } }, writeUp, [{ id: stage, title: 'Walk' }], 'UTC');
  expect(words('moment', 'm')).toBe('at about 23:15, Observation');
  expect(words('block', 'gone', 's')).toBe('about A quiet evening');
  expect(words('moment', 'gone')).toBe('in “Walk”');
  expect(placeWords({ stage, target: null }, writeUp, [], 'UTC')).toBe('');
  expect(placeWords({ stage, target: null }, writeUp, [], 'UTC', 'It was stuck.')).toBe(
    'about “It was stuck”',
  );
});
