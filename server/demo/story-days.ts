import { HOUR, instantAt, MINUTE, wallClockAt } from '#domain/soak/wall-clock.ts';
import { addDays, isWorkingDay, type WorkingCalendar } from '#domain/soak/working-days.ts';

/** A wall-clock time on a day of the story, in the workspace's zone. */
export const onDay = (day: string, time: `${number}:${number}`, zone: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt({ day, time: hours * HOUR + minutes * MINUTE }, zone);
};

/** The working day before today: a meeting that ended then is still soaking, whatever day it is. */
export function workingDayBefore(now: Date, calendar: WorkingCalendar): string {
  let day = addDays(wallClockAt(now, calendar.zone).day, -1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

export const minutesAfter = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * MINUTE);

/** Ten minutes from now, give or take: the next full five minutes after seven. */
export const aboutToStart = (now: Date): Date =>
  new Date(Math.ceil((now.getTime() + 7 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE);
