import { expect, test } from 'vitest';
import { momentTime } from './target-words.ts';

test('on the stage a theory says when it began and never when it ended: hindsight does not leak', () => {
  const held = { certainty: 'about', start: '2026-11-20T19:00:00Z', end: '2026-11-20T22:00:00Z' } as const;
  expect(momentTime(held, 'UTC')).toBe('about 19:00');
  expect(momentTime({ certainty: 'order-only' }, 'UTC')).toBeNull();
});
