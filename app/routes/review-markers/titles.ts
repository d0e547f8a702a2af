import { counted } from '#app/components/counted.ts';
import type { MeetingFigures, ReadWeek } from '#domain/attendance/markers.ts';
import type { Shown } from '#domain/attendance/shown.ts';

/** What a meeting's picture says: those counted, and those shown by name, who are in no count (A7). */
export function attendanceTitle({ sides, changedAt }: Pick<MeetingFigures, 'sides' | 'changedAt'>): string {
  if (changedAt === null) return 'Who came is not counted yet';
  const outside = sides.find(({ side }) => side === 'outside');
  const { all, choice } = outside?.shown ?? {};
  const named = outside?.named ?? [];
  if (typeof choice === 'number')
    return `${people(choice + named.filter(({ how }) => how === 'choice').length)} came because they wanted to`;
  if (typeof all === 'number') return `${people(all + named.length)} came`;
  if (all === 'most') return 'Nearly everybody from outside said that they came';
  if (named.length > 0)
    return `${people(named.length)} said with their name that they came${all === 'a-few' ? ', and a few more' : ''}`;
  if (all === 'a-few') return 'A few from outside said that they came';
  if (all === 'nobody') return 'Nobody from outside has said that they came';
  return 'How people came, as they said themselves';
}

const people = (count: number) => `${counted(count, 'person', 'people')} from outside`;

/** Which side read more, only where that is so whatever the words stand for; never of a side that says nothing. */
export function readsTitle(weeks: readonly ReadWeek[]): string {
  const [outside, closest] = [spanOf(weeks, 'outside'), spanOf(weeks, 'closest')];
  if (outside && closest) {
    if (outside.least > closest.most) return 'Read mostly by people who were not near it';
    if (closest.least > outside.most) return 'Read mostly by those closest to it';
  }
  const shown = weeks.flatMap((week) => [week.outside, week.closest]);
  if (shown.some((one) => typeof one === 'number' || one === 'most')) return 'Who has read it, week by week';
  if (shown.includes('a-few')) return 'A few have read it';
  return shown.includes('hidden') ? 'Who has read it cannot be said yet' : 'Not much read yet';
}

/** Of fewer than five people a number is never shown: “a few” are four at most. */
const A_FEW_AT_MOST = 4;

function spanOf(
  weeks: readonly ReadWeek[],
  side: 'outside' | 'closest',
): { least: number; most: number } | null {
  let [least, most] = [0, 0];
  for (const week of weeks) {
    const shown: Shown = week[side];
    if (shown === 'hidden' || shown === 'most') return null;
    least += typeof shown === 'number' ? shown : shown === 'a-few' ? 1 : 0;
    most += typeof shown === 'number' ? shown : shown === 'a-few' ? A_FEW_AT_MOST : 0;
  }
  return { least, most };
}
