import { expect, test } from 'vitest';
import { soakEnd } from '#domain/soak/soak-end.ts';
import { aboutToStart, onDay, workingDayBefore } from './story-days.ts';

const calendar = { zone: 'Europe/Berlin', weekend: [6, 7], holidays: [] };

test.each([
  ['2026-11-23T08:00:00Z', '2026-11-20'],
  ['2026-11-22T12:00:00Z', '2026-11-20'],
  ['2026-11-21T23:30:00Z', '2026-11-20'],
  ['2026-11-20T12:00:00Z', '2026-11-19'],
  ['2026-11-18T00:30:00+01:00', '2026-11-17'],
])('at %s the last meeting was on %s, and it soaks still', (now, day) => {
  expect(workingDayBefore(new Date(now), calendar)).toBe(day);
  expect(soakEnd(onDay(day, '11:00', calendar.zone), calendar).getTime()).toBeGreaterThan(Date.parse(now));
});

test('the meeting about to start does so on a full five minutes, in seven to twelve', () => {
  expect(aboutToStart(new Date('2026-11-20T09:01:00Z')).toISOString()).toBe('2026-11-20T09:10:00.000Z');
  expect(aboutToStart(new Date('2026-11-20T09:03:01Z')).toISOString()).toBe('2026-11-20T09:15:00.000Z');
});
