import { describe, expect, it } from 'vitest';
import { findDay, findWholeDay, isDayAlone } from './stated-day.ts';
import { statedAtStart } from './stated-time.ts';
import { findZone } from './stated-zone.ts';

describe('a time at the start of words', () => {
  it.each([
    ['[08:47] bump merged', '08:47', 'bump merged'],
    ['2:54 PM PST: merged', '14:54', 'merged'],
    ['12:05 AM: woke', '00:05', 'woke'],
    ['~17:20 a snapshot', '17:20', 'a snapshot'],
    ['17:20 UTC – a snapshot', '17:20', 'a snapshot'],
    ['2019-01-23 08:47:10 UTC: merged', '08:47:10', 'merged'],
    ['[12-05 16:21] introduced', '16:21', 'introduced'],
    ['Jan 23, 8am - merged', '08:00', 'merged'],
    ['22:52-23:04 two coasts', '22:52', 'two coasts'],
  ])('%s', (words, clock, rest) => {
    const found = statedAtStart(words);
    expect(found?.stated.clock).toBe(clock);
    expect(words.slice(found?.length)).toBe(rest);
  });

  it.each(['[???] long ago', '??:?? long ago', '[unknown] long ago'])(
    '%s has a place and no time',
    (words) => {
      expect(statedAtStart(words)?.stated).toMatchObject({ clock: null, month: null });
    },
  );

  it.each([
    '47 minutes',
    '25:00 no',
    '13 PM: no',
    'May we?',
    '[link] text',
    '415 jobs',
    '3 hosts',
    'at noon',
  ])('%s does not begin with a time', (words) => expect(statedAtStart(words)).toBeNull());

  it('reads no zone in small letters, and keeps those words', () => {
    const words = '10:05 et al. were asked';
    expect(words.slice(statedAtStart(words)?.length)).toBe('et al. were asked');
  });

  it.each(['9999-12-31 10:00 x', '0000-01-01 10:00 x', '2019-02-30 10:00 x'])(
    '%s has a clock and no day',
    (words) => {
      expect(statedAtStart(words)?.stated).toMatchObject({ clock: '10:00', year: null, month: null });
    },
  );

  it('keeps the zone said beside it, the span and the doubt', () => {
    expect(statedAtStart('about 22:52-23:04 EST: lost')?.stated).toMatchObject({
      until: '23:04',
      zone: 'America/New_York',
      about: true,
    });
  });
});

describe('days and zones in words', () => {
  it.each([
    ['January 23rd, 2019 Outage', { year: 2019, month: 1, dayOfMonth: 23 }],
    ['2019-05-30.md', { year: 2019, month: 5, dayOfMonth: 30 }],
    ['Monday, 5 February', { year: null, month: 2, dayOfMonth: 5 }],
  ])('%s', (words, day) => expect(findDay(words)).toEqual(day));

  it('a whole day is found behind one without its year, and behind one the calendar has not', () => {
    expect(findWholeDay('Outage of 3 March\n- 2026-02-30 x\n- 2026-03-03 10:00 y')).toBe('2026-03-03');
    expect(findWholeDay('Outage of 3 March')).toBeNull();
  });

  it('a day the calendar has not is none', () => expect(findDay('2019-02-30')).toBeNull());
  it('a line that is a date alone', () => {
    expect(isDayAlone('Tuesday, 22 January 2019:')).toBe(true);
    expect(isDayAlone('on 22 January we met')).toBe(false);
  });

  it.each([
    ['All times in PST', 'America/Los_Angeles'],
    ['All times in PDT (UTC-7).', 'America/Los_Angeles'],
    ['All times PDT.', 'America/Los_Angeles'],
    ['Timeline (UTC)', 'UTC'],
    ['Times are in UTC+2', 'Etc/GMT-2'],
    ['Timezone: Europe/Paris', 'Europe/Paris'],
  ])('%s', (words, zone) => expect(findZone(words)?.name).toBe(zone));

  it.each(['All times in Mars/Olympus', 'Times are in UTC+99', 'Times: Read/Write'])(
    '%s names no zone there is',
    (words) => expect(findZone(words)).toBeNull(),
  );

  it('a zone said in brackets is quoted with both', () => {
    expect(findZone('## Timeline (UTC)')?.words).toBe('Timeline (UTC)');
    expect(findZone('## Timeline (UTC, roughly)')?.words).toBe('Timeline (UTC');
  });

  it('finds no zone where none is said', () => expect(findZone('Sometimes it was late at 5pm')).toBeNull());
});
