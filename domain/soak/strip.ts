import type { Soak } from './soak.ts';
import { countedFrom } from './soak-end.ts';
import { instantAt, wallClockAt } from './wall-clock.ts';
import { addDays, isWorkingDay, weekdayOf } from './working-days.ts';

/** A stretch of the strip, both ends as fractions of its whole width: one time scale for everything on it. */
export interface Stretch {
  from: number;
  to: number;
}

/** The soak as a picture: days of the reader's calendar, the soak itself, what of it is over, what is not counted, the session. */
export interface SoakStrip {
  days: (Stretch & { day: string })[];
  soak: Stretch;
  over: Stretch;
  free: (Stretch & { kind: 'weekend' | 'days off' })[];
  now: number | null;
  /** Null when there is none, or when it lies so far ahead that the scale would hide the soak. */
  session: number | null;
}

/** How many days past the soak's end the strip still grows to show the session. */
const DAYS_BEYOND = 5;

export const soakStrip = (soak: Soak, session: Date | null, now: Date, readerZone: string): SoakStrip => {
  const days = daysShown(soak, session, readerZone);
  const start = midnight(days[0] ?? '', readerZone);
  const width = midnight(addDays(days.at(-1) ?? '', 1), readerZone) - start;
  const at = (instant: number) => (instant - start) / width;
  const from = at(soak.startedAt.getTime());
  const to = at(soak.endsAt.getTime());
  const here = at(now.getTime());
  const reached = Math.min(Math.max(here, from), to);
  return {
    days: days.map((day) => ({
      day,
      from: at(midnight(day, readerZone)),
      to: at(midnight(addDays(day, 1), readerZone)),
    })),
    soak: { from, to },
    over: { from, to: reached },
    free: freeTime(soak).map((free) => ({ kind: free.kind, from: at(free.from), to: at(free.to) })),
    now: here >= 0 && here <= 1 ? here : null,
    session: session !== null && at(session.getTime()) <= 1 ? at(session.getTime()) : null,
  };
};

function daysShown(soak: Soak, session: Date | null, zone: string): string[] {
  const last = wallClockAt(soak.endsAt, zone).day;
  const met = session === null ? last : wallClockAt(session, zone).day;
  const end = met > last && met <= addDays(last, DAYS_BEYOND) ? met : last;
  const days = [wallClockAt(soak.startedAt, zone).day];
  while ((days.at(-1) ?? end) < end && days.length < 60) days.push(addDays(days.at(-1) ?? end, 1));
  return days;
}

/** What of the soak is not counted: free days of its own calendar, and the hours before counting begins. */
function freeTime(soak: Soak): { from: number; to: number; kind: 'weekend' | 'days off' }[] {
  const { calendar, startedAt, endsAt } = soak;
  const begins = instantAt(countedFrom(startedAt, calendar), calendar.zone).getTime();
  const free: { from: number; to: number; kind: 'weekend' | 'days off' }[] = [];
  const last = wallClockAt(endsAt, calendar.zone).day;
  for (let day = wallClockAt(startedAt, calendar.zone).day; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) continue;
    const from = Math.max(midnight(day, calendar.zone), startedAt.getTime());
    const to = midnight(addDays(day, 1), calendar.zone);
    const kind = calendar.weekend.includes(weekdayOf(day)) ? 'weekend' : 'days off';
    const before = free.at(-1);
    if (before?.to === from) Object.assign(before, { to, kind: before.kind === kind ? kind : 'days off' });
    else free.push({ from, to, kind });
  }
  const first = free[0];
  if (first?.from === startedAt.getTime()) first.to = Math.max(first.to, begins);
  return free;
}

const midnight = (day: string, zone: string): number => instantAt({ day, time: 0 }, zone).getTime();
