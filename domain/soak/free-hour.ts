import { HOUR, instantAt, MINUTE, wallClockAt } from './wall-clock.ts';
import { type WorkingCalendar, workingDayAfter, workingDayFrom } from './working-days.ts';

/** A stretch somebody invited is in another meeting. */
export interface Busy {
  from: Date;
  until: Date;
}

/** How far ahead is looked; beyond that the first working hour is proposed, taken or not. */
const WORKING_DAYS_AHEAD = 20;
const STEP = 15 * MINUTE;

/**
 * The first stretch of working time at or after `earliest` in which nobody invited is in a meeting that Soak knows of, on a
 * quarter of an hour. The working day is told by the clock on the wall of the calendar's zone.
 * @param length of the session; what is looked for is at least an hour, so that nobody rushes in from elsewhere
 */
export const firstFreeHour = (
  earliest: Date,
  calendar: WorkingCalendar,
  hours: { from: number; until: number },
  busy: readonly Busy[],
  length: number = HOUR,
): Date => {
  const needed = Math.min(Math.max(length, HOUR), hours.until - hours.from);
  let day = workingDayFrom(wallClockAt(earliest, calendar.zone).day, calendar);
  let fallback: Date | null = null;
  for (let looked = 0; looked < WORKING_DAYS_AHEAD; looked += 1) {
    for (let time = hours.from; time + needed <= hours.until; time += STEP) {
      const from = instantAt({ day, time }, calendar.zone);
      if (from < earliest) continue;
      fallback ??= from;
      const until = new Date(from.getTime() + needed);
      if (!busy.some((other) => other.from < until && from < other.until)) return from;
    }
    day = workingDayAfter(day, calendar);
  }
  return fallback ?? instantAt({ day, time: hours.from }, calendar.zone);
};
