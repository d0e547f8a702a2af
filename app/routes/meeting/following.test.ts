import { expect, it } from 'vitest';
import {
  atTheStart,
  BUSY_MS,
  bringing,
  keystroke,
  lookAround,
  mayMove,
  modeOf,
  returnToGroup,
  waitMs,
} from './following.ts';

it('follows from the start', () => {
  expect(modeOf(atTheStart, 0)).toBe('following');
});

it('does not move a view within 8 s of its own keystroke, then moves it', () => {
  const typing = keystroke(atTheStart, 1000);
  expect(mayMove(typing, 1000 + BUSY_MS - 1)).toBe(false);
  expect(waitMs(typing, 2000)).toBe(BUSY_MS - 1000);
  expect(mayMove(typing, 1000 + BUSY_MS)).toBe(true);
});

it('leaves someone who looks around alone until they return', () => {
  const around = lookAround(atTheStart);
  expect(modeOf(around, 1e9)).toBe('browsing');
  expect(modeOf(returnToGroup(around), 1e9)).toBe('following');
});

it('returns at once when asked to, even right after typing', () => {
  expect(mayMove(returnToGroup(keystroke(lookAround(atTheStart), 500)), 501)).toBe(true);
});

it('brings along who follows or looks around, and asks who types or has said never to be moved', () => {
  expect(bringing(atTheStart, false, 0)).toBe('come along');
  expect(bringing(lookAround(atTheStart), false, 0)).toBe('come along');
  expect(bringing(keystroke(atTheStart, 1000), false, 1001)).toBe('be asked');
  expect(bringing(atTheStart, true, 0)).toBe('be asked');
});
