import { firstWords } from '#domain/first-words.ts';
import type { Moment, MomentTime } from '#domain/write-up.ts';
import { isoDayOf, timeOf } from '../clock-words.ts';
import { instantWords } from './surroundings.tsx';

/** "23:13 to 23:31", "about 23:00"; the day stands with it where `withDay`. An order alone has no time. */
export function momentTimeWords(time: MomentTime, zone: string, withDay = false): string {
  if (time.certainty === 'order-only') return 'time not known';
  const start = instantWords(time.start, zone, withDay);
  const about = time.certainty === 'about' ? 'about ' : '';
  if (time.end === null) return `${about}${start}`;
  const sameDay = isoDayOf(time.start, zone) === isoDayOf(time.end, zone);
  return `${about}${start} to ${sameDay ? timeOf(time.end, zone) : instantWords(time.end, zone, true)}`;
}

/** As it hangs in the margin: "~23:00". */
export function momentTimeShort(time: MomentTime, zone: string): string {
  if (time.certainty === 'order-only') return '';
  return `${time.certainty === 'about' ? '~' : ''}${timeOf(time.start, zone)}`;
}

/** What a moment is called in lists and pictures: its first words. */
export const momentName = (moment: Pick<Moment, 'blocks'>): string => firstWords(moment.blocks, 60);

/** The day on which a moment begins; null where only its order is known. */
export const momentDay = (time: MomentTime, zone: string): string | null =>
  time.certainty === 'order-only' ? null : isoDayOf(time.start, zone);
