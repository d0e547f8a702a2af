/** The same questions asked of an independent implementation: Temporal, with its own reading of zones and calendars. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { firstFreeHour } from './free-hour.ts';
import { actionSessionAfter } from './planned-session.ts';
import { soakEnd } from './soak-end.ts';
import { DAY, instantAt, wallClockAt } from './wall-clock.ts';
import type { WorkingCalendar } from './working-days.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Tehran',
  'Asia/Beirut',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const EARLIEST = Date.parse('2010-01-01T00:00:00Z');
const LATEST = Date.parse('2035-01-01T00:00:00Z');
const RUNS = { numRuns: 400 };

const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: EARLIEST, max: LATEST }).map((epoch) => new Date(epoch));
/** Minutes within two days of a change of clocks somewhere, where mistakes live. */
const nearChanges = fc
  .tuple(
    fc.constantFrom(
      '2026-03-08',
      '2026-03-29',
      '2026-04-05',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
      '2018-11-04',
    ),
    fc.integer({ min: -2880, max: 2880 }),
  )
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000));
const moments = fc.oneof(instants, nearChanges);
const weekends = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 });

const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  zone: zones,
  weekend: weekends,
  holidays: fc.constant([]),
});
const withHolidays = fc
  .tuple(calendars, moments, fc.uniqueArray(fc.integer({ min: -1, max: 12 }), { maxLength: 5 }))
  .map(([calendar, start, offsets]) => ({
    start,
    calendar: {
      ...calendar,
      holidays: offsets.map((days) => zoned(start, calendar.zone).toPlainDate().add({ days }).toString()),
    },
  }));

describe('clocks on walls, against Temporal', () => {
  it('[S2] what a clock shows at any instant, in any zone', () => {
    fc.assert(
      fc.property(moments, zones, (instant, zone) => {
        const wall = wallClockAt(instant, zone);
        const theirs = zoned(instant, zone);
        expect(wall).toEqual({
          day: theirs.toPlainDate().toString(),
          time: sinceMidnight(theirs.toPlainTime()),
        });
      }),
      RUNS,
    );
  });

  it('[S2] the instant of any wall-clock time, in gaps and repeated hours too', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 0, max: DAY - 1 }), (near, zone, time) => {
        const date = zoned(near, zone).toPlainDate();
        const theirs = date
          .toPlainDateTime(plainTime(time))
          .toZonedDateTime(zone, { disambiguation: 'compatible' });
        expect(instantAt({ day: date.toString(), time }, zone).getTime()).toBe(theirs.epochMilliseconds);
      }),
      RUNS,
    );
  });
});

describe('soaks, against Temporal', () => {
  it('[S2] the end of any soak, in any week, with any holidays', () => {
    fc.assert(
      fc.property(withHolidays, fc.integer({ min: 1, max: 5 }), ({ start, calendar }, workingDays) => {
        expect(soakEnd(start, calendar, workingDays).getTime()).toBe(
          theirSoakEnd(start, calendar, workingDays),
        );
      }),
      RUNS,
    );
  });

  it('[S4] a planned session is never before the end, and moves to the first working day that will do', () => {
    fc.assert(
      fc.property(
        withHolidays,
        zones,
        fc.integer({ min: -6 * DAY, max: 6 * DAY }),
        ({ start, calendar }, zone, shift) => {
          const ends = soakEnd(start, calendar);
          const planned = new Date(ends.getTime() + shift);
          const moved = actionSessionAfter(ends, { startsAt: planned, zone }, calendar);
          expect(moved.getTime()).toBe(theirSession(ends, planned, { ...calendar, zone }));
        },
      ),
      RUNS,
    );
  });

  it('[S4] the proposal is the first working hour nobody is busy in, and unmoved by asking again', () => {
    const meetings = fc.array(
      fc.tuple(fc.integer({ min: -600, max: 6_000 }), fc.integer({ min: 10, max: 300 })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(withHolidays, meetings, ({ start, calendar }, planned) => {
        const ends = soakEnd(start, calendar);
        const busy = planned.map(([offset, length]) => ({
          from: new Date(ends.getTime() + offset * 60_000),
          until: new Date(ends.getTime() + (offset + length) * 60_000),
        }));
        const proposed = firstFreeHour(ends, calendar, NINE_TO_FIVE, busy);
        expect(proposed.getTime()).toBe(theirFreeHour(ends, calendar, busy));
        expect(actionSessionAfter(ends, { startsAt: proposed, zone: calendar.zone }, calendar)).toEqual(
          proposed,
        );
      }),
      { numRuns: 150 },
    );
  });
});

const NINE_TO_FIVE = { from: 9 * 3_600_000, until: 17 * 3_600_000 };

const zoned = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

const sinceMidnight = (time: Temporal.PlainTime) =>
  Temporal.PlainTime.from('00:00').until(time).total({ unit: 'milliseconds' });

const plainTime = (milliseconds: number) => Temporal.PlainTime.from('00:00').add({ milliseconds });

const isFree = (date: Temporal.PlainDate, calendar: WorkingCalendar) =>
  calendar.weekend.includes(date.dayOfWeek) || calendar.holidays.includes(date.toString());

const theirSoakEnd = (start: Date, calendar: WorkingCalendar, workingDays: number) => {
  let at = zoned(start, calendar.zone).toPlainDateTime();
  if (isFree(at.toPlainDate(), calendar)) at = at.withPlainTime('09:00');
  while (isFree(at.toPlainDate(), calendar)) at = at.add({ days: 1 });
  for (let left = workingDays; left > 0; ) {
    at = at.add({ days: 1 });
    if (!isFree(at.toPlainDate(), calendar)) left -= 1;
  }
  return at.toZonedDateTime(calendar.zone, { disambiguation: 'compatible' }).epochMilliseconds;
};

const theirSession = (ends: Date, planned: Date, calendar: WorkingCalendar) => {
  if (planned >= ends) return planned.getTime();
  const time = zoned(planned, calendar.zone).toPlainTime();
  for (let date = zoned(planned, calendar.zone).toPlainDate(); ; date = date.add({ days: 1 })) {
    const start = date.toPlainDateTime(time).toZonedDateTime(calendar.zone).epochMilliseconds;
    if (!isFree(date, calendar) && start >= ends.getTime()) return start;
  }
};

const theirFreeHour = (
  ends: Date,
  calendar: WorkingCalendar,
  busy: readonly { from: Date; until: Date }[],
): number => {
  for (let date = zoned(ends, calendar.zone).toPlainDate(); ; date = date.add({ days: 1 })) {
    if (isFree(date, calendar)) continue;
    for (let quarter = 9 * 4; quarter <= 16 * 4; quarter += 1) {
      const time = Temporal.PlainTime.from('00:00').add({ minutes: quarter * 15 });
      const at = date.toPlainDateTime(time).toZonedDateTime(calendar.zone).epochMilliseconds;
      const isTaken = busy.some(({ from, until }) => from.getTime() < at + 3_600_000 && at < until.getTime());
      if (at >= ends.getTime() && !isTaken) return at;
    }
  }
};
