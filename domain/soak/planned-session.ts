import { instantAt, wallClockAt } from './wall-clock.ts';
import { type WorkingCalendar, workingDayAfter, workingDayFrom } from './working-days.ts';

/**
 * S4: where a planned action session stands once the soak ends at `soakEnds`. At or after it: unmoved, to the millisecond.
 * Before it: the first working day on which its wall-clock time, in the zone it was planned in, is at or after the end.
 */
export const actionSessionAfter = (
  soakEnds: Date,
  planned: { startsAt: Date; zone: string },
  calendar: WorkingCalendar,
): Date => {
  if (planned.startsAt >= soakEnds) return planned.startsAt;
  const { time } = wallClockAt(planned.startsAt, planned.zone);
  return firstAt(time, soakEnds, { ...calendar, zone: planned.zone });
};

const firstAt = (time: number, earliest: Date, calendar: WorkingCalendar): Date => {
  let day = workingDayFrom(wallClockAt(earliest, calendar.zone).day, calendar);
  let start = instantAt({ day, time }, calendar.zone);
  while (start < earliest) {
    day = workingDayAfter(day, calendar);
    start = instantAt({ day, time }, calendar.zone);
  }
  return start;
};
