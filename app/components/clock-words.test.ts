import { describe, expect, it } from 'vitest';
import {
  dayOf,
  dayTimeOf,
  isoDayOf,
  lastingWords,
  nearOf,
  plainDay,
  spanOf,
  timeOf,
  zoneWords,
} from './clock-words.ts';

const BERLIN = 'Europe/Berlin';
const at = '2026-11-19T09:05:00Z';

describe('an instant in words', () => {
  it('is read in the given zone', () => {
    expect(timeOf(at, BERLIN)).toBe('10:05');
    expect(dayTimeOf(at, 'America/New_York')).toBe('Thu 19 Nov, 04:05');
    expect(isoDayOf('2026-11-19T23:30:00Z', BERLIN)).toBe('2026-11-20');
  });
  it('names the year only when it is another one', () => {
    expect(dayOf(at, BERLIN, '2026-01-01T00:00:00Z')).toBe('Thu 19 Nov');
    expect(dayOf(at, BERLIN, '2027-02-01T00:00:00Z')).toBe('Thu 19 Nov 2026');
  });
  it('says midnight as 00:00, not 24:00', () => {
    expect(timeOf('2026-11-19T23:00:00Z', BERLIN)).toBe('00:00');
  });
  it('says a span of one day once, and one over midnight twice', () => {
    expect(spanOf(at, '2026-11-19T10:05:00Z', BERLIN)).toBe('Thursday 19 November, 10:05 to 11:05');
    expect(spanOf(at, '2026-11-20T00:05:00Z', BERLIN)).toBe(
      'Thursday 19 November, 10:05 to Fri 20 Nov, 01:05',
    );
  });
  it('says days near now by name', () => {
    expect(nearOf(at, BERLIN, '2026-11-18T09:00:00Z')).toBe('tomorrow, 10:05');
    expect(nearOf(at, BERLIN, '2026-11-15T09:00:00Z')).toBe('Thursday, 10:05');
    expect(nearOf(at, BERLIN, '2026-11-01T09:00:00Z')).toBe('Thu 19 Nov, 10:05');
  });
  it('counts days by the calendar across a change of clocks', () => {
    expect(nearOf('2026-03-29T22:30:00Z', BERLIN, '2026-03-28T23:30:00Z')).toBe('tomorrow, 00:30');
  });
  it('reads an unknown zone as UTC rather than failing', () => {
    expect(timeOf(at, 'Nowhere/At_All')).toBe('09:05');
  });
});

it('says zones and lengths as people do', () => {
  expect(zoneWords('America/New_York')).toBe('New York time');
  expect(zoneWords('UTC')).toBe('UTC');
  expect(plainDay('2026-11-19')).toBe('Thu 19 Nov 2026');
  expect([lastingWords(20_000), lastingWords(80 * 60_000), lastingWords(26 * 3_600_000)]).toEqual([
    'less than a minute',
    '1 h 20 min',
    '1 day 2 h',
  ]);
});
