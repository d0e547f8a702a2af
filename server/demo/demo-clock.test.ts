import { expect, test } from 'vitest';
import { demoClock } from './demo-clock.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const later = new Date('2026-11-24T15:00:00Z');

function clockAt(kept: number[] = []) {
  return demoClock({ now: () => noon }, 0, async (offset) => void kept.push(offset));
}

test('moving on keeps the offset and never goes back', async () => {
  const kept: number[] = [];
  const clock = clockAt(kept);
  await clock.moveTo(later);
  expect(clock.now()).toEqual(later);
  await clock.moveTo(noon);
  expect(clock.now()).toEqual(later);
  expect(kept).toEqual([later.getTime() - noon.getTime()]);
});

test('an offset that could not be kept is not used', async () => {
  const clock = demoClock({ now: () => noon }, 0, () => Promise.reject(new Error('disk full')));
  await expect(clock.moveTo(later)).rejects.toThrow('disk full');
  expect(clock.now()).toEqual(noon);
});

test('it stands still while history is made, then runs again', () => {
  const clock = clockAt();
  clock.standAt(new Date('2026-11-12T09:00:00Z'));
  expect(clock.now()).toEqual(new Date('2026-11-12T09:00:00Z'));
  clock.run();
  expect(clock.now()).toEqual(noon);
});
