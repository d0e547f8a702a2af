import { DAY, dayOf, epochOf } from './wall-clock.ts';

/** The working week a soak counts in, copied when it starts so that later changes of policy move nothing (S2). */
export interface WorkingCalendar {
  /** IANA name. */
  zone: string;
  /** ISO weekdays nobody works on: 1 Monday to 7 Sunday. */
  weekend: readonly number[];
  /** Days off, 'YYYY-MM-DD'. */
  holidays: readonly string[];
}

/** Longest run of free days that is believed; a calendar without any working day would otherwise be searched for ever. */
const LONGEST_BREAK_DAYS = 1_500;

/** ISO weekday of a 'YYYY-MM-DD': 1 Monday to 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(epochOf(day)).getUTCDay() || 7;

export const addDays = (day: string, count: number): string => dayOf(epochOf(day) + count * DAY);

export const isWorkingDay = (day: string, calendar: WorkingCalendar): boolean =>
  !calendar.weekend.includes(weekdayOf(day)) && !calendar.holidays.includes(day);

/** The first working day after this one. Throws RangeError when the calendar has none within four years. */
export const workingDayAfter = (day: string, calendar: WorkingCalendar): string => {
  for (let ahead = 1; ahead <= LONGEST_BREAK_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (isWorkingDay(candidate, calendar)) return candidate;
  }
  throw new RangeError('This calendar has no working day.');
};

/** The day itself when people work on it, else the next one. */
export const workingDayFrom = (day: string, calendar: WorkingCalendar): string =>
  isWorkingDay(day, calendar) ? day : workingDayAfter(day, calendar);

const DAYS_A_WEEK = 7;

/** The first calendar, with the days off of another in it too; of two weekends that leave no day between them, only the first's. */
export const alsoFreeIn = (
  calendar: WorkingCalendar,
  other: Pick<WorkingCalendar, 'weekend' | 'holidays'>,
): WorkingCalendar => {
  const weekend = [...new Set([...calendar.weekend, ...other.weekend])];
  return {
    ...calendar,
    weekend: weekend.length < DAYS_A_WEEK ? weekend : calendar.weekend,
    holidays: [...new Set([...calendar.holidays, ...other.holidays])],
  };
};
