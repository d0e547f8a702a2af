import { isSoaking, type Soak } from './soak.ts';
import { wallClockAt } from './wall-clock.ts';
import { addDays, isWorkingDay } from './working-days.ts';

/** What is still to come of a soak, day by day, in the calendar it counts in. */
export interface TimeLeft {
  /** True while today itself still counts and the end is on a later day. */
  restOfToday: boolean;
  /** Whole working days in between, 'YYYY-MM-DD'. */
  wholeDays: string[];
  /** The day it ends on; null when that is today. */
  lastDay: string | null;
  /** How much of the last day: its first hours (before noon) or most of it. */
  lastDayPart: 'first hours' | 'most';
}

const NOON = 12 * 3_600_000;

/** Null once it is over. */
export const timeLeft = (soak: Soak, now: Date): TimeLeft | null => {
  if (!isSoaking(soak, now) || now >= soak.endsAt) return null;
  const { calendar } = soak;
  const today = wallClockAt(now, calendar.zone).day;
  const end = wallClockAt(soak.endsAt, calendar.zone);
  const wholeDays: string[] = [];
  for (let day = addDays(today, 1); day < end.day && wholeDays.length < 30; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) wholeDays.push(day);
  }
  return {
    restOfToday: today < end.day && isWorkingDay(today, calendar),
    wholeDays,
    lastDay: today < end.day ? end.day : null,
    lastDayPart: end.time <= NOON ? 'first hours' : 'most',
  };
};
