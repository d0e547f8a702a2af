import { describe, expect, it } from 'vitest';
import { soakEnd } from './soak-end.ts';
import { alsoFreeIn, type WorkingCalendar } from './working-days.ts';

const week = (zone: string, holidays: string[] = []): WorkingCalendar => ({
  zone,
  weekend: [6, 7],
  holidays,
});
const ends = (start: string, calendar: WorkingCalendar) => soakEnd(new Date(start), calendar).toISOString();

describe('where a soak of two working days ends', () => {
  it.each<[string, string, WorkingCalendar, string]>([
    [
      'an idea proposed on Friday at 15:00 opens on Tuesday at 15:00',
      '2026-11-20T14:00:00Z',
      week('Europe/Berlin'),
      '2026-11-24T14:00:00.000Z',
    ],
    [
      'a Monday meeting opens on Wednesday',
      '2026-11-16T10:02:00Z',
      week('Europe/Berlin'),
      '2026-11-18T10:02:00.000Z',
    ],
    [
      'ended on a Saturday, counting starts on Monday at 09:00',
      '2026-11-21T10:00:00Z',
      week('Europe/Berlin'),
      '2026-11-25T08:00:00.000Z',
    ],
    [
      'ended on a Sunday at 23:30, the same',
      '2026-11-22T22:30:00Z',
      week('Europe/Berlin'),
      '2026-11-25T08:00:00.000Z',
    ],
    [
      'a holiday in between is not counted',
      '2026-11-16T10:00:00Z',
      week('Europe/Berlin', ['2026-11-17']),
      '2026-11-19T10:00:00.000Z',
    ],
    [
      'ended on a holiday before a weekend, Monday 09:00 counts',
      '2026-11-20T10:00:00Z',
      week('Europe/Berlin', ['2026-11-20']),
      '2026-11-25T08:00:00.000Z',
    ],
    [
      'Friday and Saturday off: Thursday opens on Monday',
      '2026-11-19T10:00:00Z',
      { ...week('Asia/Riyadh'), weekend: [5, 6] },
      '2026-11-23T10:00:00.000Z',
    ],
    [
      'two days across the European autumn change are 73 hours by the clock on the wall',
      '2026-10-23T13:00:00Z',
      week('Europe/Berlin'),
      '2026-10-27T14:00:00.000Z',
    ],
    [
      'in the week between the European and the American change, New York still keeps summer time',
      '2026-10-29T14:00:00Z',
      week('America/New_York'),
      '2026-11-02T15:00:00.000Z',
    ],
    ['and London is already back', '2026-10-29T14:00:00Z', week('Europe/London'), '2026-11-02T14:00:00.000Z'],
    [
      'the spring change of the American week',
      '2026-03-06T20:00:00Z',
      week('America/New_York'),
      '2026-03-10T19:00:00.000Z',
    ],
    [
      'the European spring change comes three weeks later',
      '2026-03-27T14:00:00Z',
      week('Europe/Berlin'),
      '2026-03-31T13:00:00.000Z',
    ],
    [
      'the south turns its clocks the other way',
      '2026-10-02T03:00:00Z',
      week('Australia/Sydney'),
      '2026-10-06T02:00:00.000Z',
    ],
    [
      'half-hour zones keep their half hour',
      '2026-11-20T09:30:00Z',
      week('Asia/Kolkata'),
      '2026-11-24T09:30:00.000Z',
    ],
    [
      'Lord Howe moves by half an hour',
      '2026-10-02T03:00:00Z',
      week('Australia/Lord_Howe'),
      '2026-10-06T02:30:00.000Z',
    ],
    [
      'São Paulo had summer time in 2018',
      '2018-11-01T15:00:00Z',
      week('America/Sao_Paulo'),
      '2018-11-05T14:00:00.000Z',
    ],
    [
      'and has dropped it since',
      '2026-10-30T15:00:00Z',
      week('America/Sao_Paulo'),
      '2026-11-03T15:00:00.000Z',
    ],
    [
      'a new day in the zone, not in UTC, decides what is free',
      '2026-11-20T23:30:00Z',
      week('Asia/Tokyo'),
      '2026-11-25T00:00:00.000Z',
    ],
  ])('[S2] %s', (_title, start, calendar, expected) => {
    expect(ends(start, calendar)).toBe(expected);
  });

  it('[S2] a time that does not exist in spring is read with the offset before the gap', () => {
    const tuesdayToSunday = { ...week('Europe/Berlin'), weekend: [] };
    expect(ends('2026-03-27T01:30:00Z', tuesdayToSunday)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('[S2] a time that comes twice in autumn is the first', () => {
    expect(ends('2026-10-23T00:30:00Z', { ...week('Europe/Berlin'), weekend: [] })).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it('[S2] a calendar without a working day is refused, not searched for ever', () => {
    expect(() => ends('2026-11-20T14:00:00Z', { ...week('UTC'), weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow(
      RangeError,
    );
  });
});

it('[S4] days off of two calendars are off in both; a week between them without a working day is not believed', () => {
  const soak = week('Europe/Berlin', ['2026-12-25']);
  expect(alsoFreeIn(soak, { weekend: [5, 6], holidays: ['2026-12-24', '2026-12-25'] })).toEqual({
    zone: 'Europe/Berlin',
    weekend: [6, 7, 5],
    holidays: ['2026-12-25', '2026-12-24'],
  });
  expect(alsoFreeIn(soak, { weekend: [1, 2, 3, 4, 5], holidays: [] }).weekend).toEqual([6, 7]);
});
