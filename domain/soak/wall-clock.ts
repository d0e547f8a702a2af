/**
 * What a clock on the wall of a zone shows, and back to the instant, by `Intl` alone: its zone data is the runtime's,
 * so a country that gives up summer time is right after the next update, without a table of ours.
 */
export interface WallClock {
  /** 'YYYY-MM-DD' in the zone. */
  day: string;
  /** Milliseconds since that day's 00:00 as the clock counts them, 0 to 86 399 999; not elapsed time on a day that changes. */
  time: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** True for an IANA zone this runtime knows. Bare offsets are not places and have no working week: refused. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone) || zone.length > 64) return false;
  try {
    return formatterOf(zone) !== undefined;
  } catch {
    return false;
  }
};

/** What the clock shows at an instant. Throws RangeError for a zone nobody knows: doors ask `isZone` first. */
export const wallClockAt = (instant: Date, zone: string): WallClock => {
  const shown = instant.getTime() + offsetAt(instant.getTime(), zone);
  const day = Math.floor(shown / DAY) * DAY;
  return { day: dayOf(day), time: shown - day };
};

/**
 * The instant at which the clock shows this. A time inside a spring gap is read with the offset before the gap;
 * one that comes twice is the first (S2).
 */
export const instantAt = (wall: WallClock, zone: string): Date => {
  const shown = epochOf(wall.day) + wall.time;
  const before = offsetAt(shown - DAY, zone);
  const after = offsetAt(shown + DAY, zone);
  const fits = [before, after].filter((offset) => offsetAt(shown - offset, zone) === offset);
  return new Date(fits.length === 0 ? shown - before : Math.min(...fits.map((offset) => shown - offset)));
};

/** Days since 1970 as milliseconds, for a 'YYYY-MM-DD'. */
export const epochOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** 'YYYY-MM-DD' of the UTC day at these milliseconds. */
export const dayOf = (epoch: number): string => new Date(epoch).toISOString().slice(0, 10);

/** Milliseconds the zone's clock is ahead of UTC at an instant. */
const offsetAt = (instant: number, zone: string): number => {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return shown - Math.floor(instant / 1000) * 1000;
};

/** Making a formatter costs some hundred times what using one does: one is kept per zone. */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
};
