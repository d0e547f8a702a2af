import ICAL from 'ical.js';
import { type Refused, refuse } from '#domain/refused.ts';
import { addDays } from '#domain/soak/working-days.ts';

/** A day off and what it is called; '' where nobody said. */
export interface Holiday {
  day: string;
  name: string;
}

/** What a file or a list says, and each row that could not be used, with why. */
export interface ReadHolidays {
  days: Holiday[];
  bad: { line: number; words: string; why: string }[];
  /** How many rows named a day that another had named before. */
  twice: number;
}

export const HOLIDAYS_MOST = 1_000;
/** More than any calendar of holidays has; what is longer is read no further. */
export const HOLIDAY_FILE_BYTES = 4_000_000;
const LONGEST_NAME = 80;
const LONGEST_BREAK = 60;
const MOST_REPEATS = 50;
const MOST_BAD = 50;

/** The words of an uploaded file. UTF-8, or UTF-16 that says so; anything else is told, never guessed at. */
export function decodeHolidays(bytes: Uint8Array): string | Refused {
  if (bytes.length === 0) return refuse('That file is empty.');
  if (bytes.length > HOLIDAY_FILE_BYTES)
    return refuse('That file is larger than any calendar of holidays. Please choose another.');
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) return refuse('That is neither a list of days nor a calendar file.');
    return text;
  } catch {
    return refuse(
      'The letters of this file cannot be read: it is not in UTF-8. Save it as “CSV UTF-8” or as a calendar file (.ics), and choose it again.',
    );
  }
}

/** Days off from a calendar (`.ics`) or from a list: a day in each row, such as 2026-12-25, and its name after it. */
export function readHolidays(text: string): ReadHolidays | Refused {
  const found = /^\s*BEGIN:VCALENDAR/i.test(text) ? fromCalendar(text) : fromList(text);
  const names = new Map<string, string>();
  let twice = 0;
  for (const { day, name } of found.days) {
    if (names.has(day)) twice += 1;
    names.set(day, names.get(day) || name);
  }
  if (names.size > HOLIDAYS_MOST)
    return refuse(
      `That holds ${names.size.toLocaleString('en')} different days. Up to ${HOLIDAYS_MOST.toLocaleString('en')} fit here: take the days of one country, or fewer years.`,
    );
  const days = [...names].map(([day, name]) => ({ day, name })).sort((a, b) => a.day.localeCompare(b.day));
  return { days, bad: found.bad.slice(0, MOST_BAD), twice };
}

interface Found {
  days: Holiday[];
  bad: ReadHolidays['bad'];
}

function fromList(text: string): Found {
  const found: Found = { days: [], bad: [] };
  for (const [at, row] of text.split(/\r\n|\r|\n/).entries()) {
    const words = row.trim();
    // a heading, as spreadsheets write it, or nothing
    if (words === '' || (at === 0 && /^"?(date|day|datum)"?\b/i.test(words))) continue;
    const days = daysOfRow(words);
    if (days === null) found.bad.push({ line: at + 1, words: shortened(words), why: WHY_NO_DAY });
    else found.days.push(...days);
  }
  return found;
}

const WHY_NO_DAY = 'does not begin with a day such as 2026-12-25';

/** One row: a day and its name, or several days one after the other. Null where something is not a day. */
function daysOfRow(words: string): Holiday[] | null {
  const match = /^"?(\d{4}-\d\d-\d\d)"?(?:[\s,;\t]+(.*))?$/.exec(words);
  const [, day, rest = ''] = match ?? [];
  if (day === undefined || !isDay(day)) return null;
  if (/^"?\d{4}-/.test(rest)) {
    const more = daysOfRow(rest);
    return more && [{ day, name: '' }, ...more];
  }
  return [{ day, name: nameOf(rest.replace(/^"|"$/g, '')) }];
}

/** Each event by itself, so that one that is broken costs no other. */
function fromCalendar(text: string): Found {
  const found: Found = { days: [], bad: [] };
  const lines = text.split(/\r\n|\r|\n/);
  let begun: number | null = null;
  const isBroken = (line: number, why: string) =>
    found.bad.push({ line: line + 1, words: shortened(lines[line] ?? ''), why });
  for (const [at, line] of lines.entries()) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) {
      if (begun !== null) isBroken(begun, 'an event that has no end');
      begun = at;
    } else if (/^END:VEVENT\s*$/i.test(line) && begun !== null) {
      const event = eventOf(lines.slice(begun, at + 1));
      if ('why' in event) isBroken(begun + event.line, event.why);
      else found.days.push(...event.days);
      begun = null;
    }
  }
  if (begun !== null) isBroken(begun, 'an event that has no end');
  return found;
}

function eventOf(lines: readonly string[]): { days: Holiday[] } | { why: string; line: number } {
  const line = Math.max(
    0,
    lines.findIndex((each) => /^DTSTART/i.test(each)),
  );
  // the reader of events would roll month 13 over into the next year
  const written = /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)/i.exec(lines[line] ?? '');
  if (written && !isDay(written.slice(1).join('-')))
    return { why: 'says a day that is not in the calendar', line };
  try {
    const parsed = ICAL.parse(`BEGIN:VCALENDAR\r\n${lines.join('\r\n')}\r\nEND:VCALENDAR`);
    const component = new ICAL.Component(parsed).getFirstSubcomponent('vevent');
    if (!component) return { why: 'not an event', line };
    return daysOfEvent(new ICAL.Event(component), line);
  } catch {
    return { why: 'cannot be read as an event', line };
  }
}

function daysOfEvent(event: ICAL.Event, line: number): { days: Holiday[] } | { why: string; line: number } {
  const { startDate, endDate } = event;
  if (!startDate) return { why: 'says no day', line };
  if (!startDate.isDate) return { why: 'is not a whole day', line };
  const first = startDate.toString();
  if (!isDay(first)) return { why: 'says a day that is not in the calendar', line };
  const length = Math.max(1, endDate ? endDate.subtractDate(startDate).toSeconds() / 86_400 : 1);
  if (length > LONGEST_BREAK) return { why: `goes on for more than ${LONGEST_BREAK} days`, line };
  const often = event.getRecurrenceTypes();
  if (Object.keys(often).some((each) => !OFTEN_ENOUGH.includes(each)))
    return { why: 'comes several times a day', line };
  const name = nameOf(event.summary ?? '');
  return {
    days: startsOf(event, first).flatMap((day) =>
      Array.from({ length }, (_, after) => ({ day: addDays(day, after), name })),
    ),
  };
}

/** An event that comes every year is taken for as many years as a calendar is planned ahead. */
function startsOf(event: ICAL.Event, first: string): string[] {
  if (!event.isRecurring()) return [first];
  const days: string[] = [];
  const each = event.iterator();
  for (let next = each.next(); next && days.length < MOST_REPEATS; next = each.next()) {
    const day = next.toString().slice(0, 10);
    if (!isDay(day) || Number(day.slice(0, 4)) > Number(first.slice(0, 4)) + YEARS_AHEAD) break;
    days.push(day);
  }
  return days;
}

const YEARS_AHEAD = 10;
/** The reader of events would go through every second or hour of years to find a day. */
const OFTEN_ENOUGH: readonly string[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];

const nameOf = (words: string): string =>
  words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80)}…` : words);

const isDay = (day: string): boolean => {
  if (!/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};
