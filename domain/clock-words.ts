/** Instants as a reader's wall clock says them. Names of days and months are ours: server and browser then agree to the letter. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export type Instant = Date | string | number;

export interface WallClock {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** "Thursday". */
  weekday: string;
  monthName: string;
}

/** What the wall clock says in an IANA zone at an instant. An unknown zone is read as UTC. */
export function wallClock(at: Instant, zone: string): WallClock {
  const parts = new Map(
    formatter(zone)
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return {
    year,
    month,
    day,
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    weekday,
    monthName: MONTHS[month - 1] ?? '',
  };
}

/** "10:05" */
export function timeOf(at: Instant, zone: string): string {
  const { hour, minute } = wallClock(at, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** "Thu 19 Nov"; another year than `now`'s is named. */
export function dayOf(at: Instant, zone: string, now?: Instant): string {
  const { weekday, day, monthName, year } = wallClock(at, zone);
  const named = now !== undefined && wallClock(now, zone).year !== year ? ` ${year}` : '';
  return `${weekday.slice(0, 3)} ${day} ${monthName.slice(0, 3)}${named}`;
}

/** "Thursday 19 November" */
export function longDayOf(at: Instant, zone: string, now?: Instant): string {
  const { weekday, day, monthName, year } = wallClock(at, zone);
  const named = now !== undefined && wallClock(now, zone).year !== year ? ` ${year}` : '';
  return `${weekday} ${day} ${monthName}${named}`;
}

/** "Thu 19 Nov, 10:05" */
export const dayTimeOf = (at: Instant, zone: string, now?: Instant): string =>
  `${dayOf(at, zone, now)}, ${timeOf(at, zone)}`;

/** "Thursday 19 November, 10:00 to 11:00" */
export function spanOf(start: Instant, end: Instant, zone: string, now?: Instant): string {
  const sameDay = isoDayOf(start, zone) === isoDayOf(end, zone);
  const until = sameDay ? timeOf(end, zone) : dayTimeOf(end, zone, start);
  return `${longDayOf(start, zone, now)}, ${timeOf(start, zone)} to ${until}`;
}

/** "today", "tomorrow", "yesterday", a weekday's name within the next six days, else "Thu 19 Nov". */
export function nearDayOf(at: Instant, zone: string, now: Instant): string {
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (days > 1 && days < 7) return wallClock(at, zone).weekday;
  return dayOf(at, zone, now);
}

/** "tomorrow, 10:00" */
export const nearOf = (at: Instant, zone: string, now: Instant): string =>
  `${nearDayOf(at, zone, now)}, ${timeOf(at, zone)}`;

/** "2026-11-19": the day as a form field and a column have it. */
export function isoDayOf(at: Instant, zone: string): string {
  const { year, month, day } = wallClock(at, zone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A day without a time ("2026-11-19") as "Thu 19 Nov 2026". */
export function plainDay(isoDay: string): string {
  const noon = `${isoDay}T12:00:00Z`;
  return `${dayOf(noon, 'UTC')} ${wallClock(noon, 'UTC').year}`;
}

/** "Berlin time" for Europe/Berlin, "UTC" for UTC: the zone as people say it. */
export function zoneWords(zone: string): string {
  if (zone === 'UTC' || zone.startsWith('Etc/')) return zone.replace('Etc/', '');
  return `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;
}

/** "1 h 20 min", "3 days", "less than a minute"; never seconds. */
export function lastingWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  const rest = hours % 24 === 0 ? '' : ` ${hours % 24} h`;
  return `${days === 1 ? '1 day' : `${days} days`}${rest}`;
}

const two = (value: number) => String(value).padStart(2, '0');

const dayNumber = (at: Instant, zone: string) => Date.parse(isoDayOf(at, zone)) / 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone);
  if (kept) return kept;
  const made = newFormatter(zone);
  formatters.set(zone, made);
  return made;
}

function newFormatter(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}
