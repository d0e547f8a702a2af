import { HOUR, instantAt, wallClockAt } from './wall-clock.ts';
import { isWorkingDay, type WorkingCalendar, workingDayAfter } from './working-days.ts';

/** N of S2 where nobody has chosen another; see `policy.ts`. */
export const SOAK_WORKING_DAYS = 2;

const START_OF_WORK = 9 * HOUR;

/**
 * S2: the same wall-clock time N working days later. Begun on a free day, the count starts at the next working day, 09:00.
 * By the calendar, never by hours: Friday 15:00 → Tuesday 15:00, Saturday 11:00 → Wednesday 09:00.
 */
export const soakEnd = (start: Date, calendar: WorkingCalendar, workingDays = SOAK_WORKING_DAYS): Date => {
  const from = countedFrom(start, calendar);
  let day = from.day;
  for (let counted = 0; counted < workingDays; counted += 1) day = workingDayAfter(day, calendar);
  return instantAt({ day, time: from.time }, calendar.zone);
};

/** What the clock shows where counting begins. */
export const countedFrom = (start: Date, calendar: WorkingCalendar) => {
  const wall = wallClockAt(start, calendar.zone);
  if (isWorkingDay(wall.day, calendar)) return wall;
  return { day: workingDayAfter(wall.day, calendar), time: START_OF_WORK };
};
