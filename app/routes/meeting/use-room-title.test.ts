import { expect, test } from 'vitest';
import { roomTitle } from './use-room-title.ts';

test('[M2] the tab’s title says in words how the room stands', () => {
  expect(roomTitle('lobby', undefined, false, 'A slow morning')).toBe(
    'Waiting to start · A slow morning · Soak',
  );
  expect(roomTitle('live', 'What held', false, 'A slow morning')).toBe('What held · A slow morning · Soak');
  expect(roomTitle('live', 'What held', true, 'A slow morning')).toBe(
    'Time is up: What held · A slow morning · Soak',
  );
  expect(roomTitle('paused', 'What held', true, 'A slow morning')).toBe('Paused · A slow morning · Soak');
});
