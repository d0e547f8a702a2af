import { HOUR, instantAt, wallClockAt } from '../soak/wall-clock.ts';
import { addDays } from '../soak/working-days.ts';

const AT = 8 * HOUR;

/** When the next daily letter is due, after one that told up to an instant: the next 8:00 in the reader's zone. */
export function nextDigestAt(toldUntil: Date, zone: string): Date {
  const { day } = wallClockAt(toldUntil, zone);
  const today = instantAt({ day, time: AT }, zone);
  return today > toldUntil ? today : instantAt({ day: addDays(day, 1), time: AT }, zone);
}
