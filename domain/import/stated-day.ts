const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';

/** A date as a regular expression's source: three spellings, the year optional in the two with a month's name. */
export const DATE = `${WEEKDAY}(?:\\d{4}[-/]\\d{2}[-/]\\d{2}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4}\\b)?|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:,?\\s+\\d{4}\\b)?)`;

export interface StatedDay {
  year: number | null;
  month: number;
  dayOfMonth: number;
}

const ANYWHERE = new RegExp(`(?<![\\w/-])${DATE}(?![\\w/-])`, 'gi');
const ALONE = new RegExp(`^\\W*${DATE}\\W*$`, 'i');

/** The first date in these words; null where there is none or the calendar has no such day. */
export function findDay(words: string): StatedDay | null {
  const found = words.match(ANYWHERE)?.[0];
  return found ? readDay(found) : null;
}

/** The first date in these words that has its year, 'YYYY-MM-DD'. */
export function findWholeDay(words: string): string | null {
  for (const found of words.match(ANYWHERE) ?? []) {
    const day = readDay(found);
    if (day?.year) return dayText(day, day.year);
  }
  return null;
}

/** True for a line that is a date and nothing else. */
export const isDayAlone = (words: string): boolean => words.length < 60 && ALONE.test(words);

/** A date in one of the spellings of `DATE`, or 'MM-DD'. */
export function readDay(words: string): StatedDay | null {
  const iso = /(\d{4})[-/](\d{2})[-/](\d{2})/.exec(words);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^\s*(\d{1,2})-(\d{1,2})\s*$/.exec(words);
  if (short) return real(null, Number(short[1]), Number(short[2]));
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(words)) + 1;
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/i.exec(words);
  const year = /\b(\d{4})\b/.exec(words);
  return month > 0 && day ? real(year ? Number(year[1]) : null, month, Number(day[1])) : null;
}

/** 'YYYY-MM-DD', with another year where the words give none. */
export const dayText = ({ year, month, dayOfMonth }: StatedDay, otherwise: number): string =>
  `${String(year ?? otherwise).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;

function real(year: number | null, month: number, dayOfMonth: number): StatedDay | null {
  // Without a year the day may be a leap day: a leap year is asked.
  const asked = new Date(Date.UTC(year ?? 2024, month - 1, dayOfMonth));
  const exists = asked.getUTCMonth() === month - 1 && asked.getUTCDate() === dayOfMonth;
  return exists && (year === null || (year >= 1970 && year < 2200)) ? { year, month, dayOfMonth } : null;
}

const two = (value: number) => String(value).padStart(2, '0');
