import type { StatedTime } from './proposal.ts';
import { DATE, readDay } from './stated-day.ts';
import { readZone, ZONE } from './stated-zone.ts';

const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:\\s*[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s*[ap]m\\b';
/** A time with its brackets, date, span and what follows it; the zone apart, since only capitals name one ("10:05 et al"). */
const start = (zone: string) =>
  new RegExp(
    `^\\s*(?<open>[[(]?)\\s*(?<about>~|≈|about\\s|around\\s|circa\\s|ca\\.\\s)?\\s*` +
      `(?:(?<date>${DATE}|\\d{2}-\\d{2}(?=[T ,]))[T,\\s]*(?:at\\s+)?)?` +
      `(?<clock>${CLOCK})?(?:\\s*(?:-|–|—|to|until)\\s*(?<until>\\d{1,2}:\\d{2}(?:\\s*[ap]m\\b)?))?` +
      `${zone}\\s*(?<close>[\\])]?)\\s*(?<mark>:(?!\\d)|-+|–|—|\\|)?\\s*`,
    'i',
  );
const WITH_ZONE = start(`(?:\\s*(?<zone>${ZONE})\\b)?`);
const WITHOUT_ZONE = start('(?<zone>)');
const UNKNOWN = /^\s*[[(]?\s*(?:\?{1,4}(?::\?{2})?|unknown|time unknown)\s*[\])]?\s*(?::|-|–|—)?\s*/i;

/** A time at the start of these words, and how many characters it takes; null when they start with something else. */
export function statedAtStart(words: string): { stated: StatedTime; length: number } | null {
  const unknown = /^\s*[[(?]/.test(words) ? UNKNOWN.exec(words) : null;
  if (unknown) return { stated: nothingStated(unknown[0].trim()), length: unknown[0].length };
  const zoned = WITH_ZONE.exec(words);
  const found = isCapital(zoned?.groups?.zone) ? zoned : WITHOUT_ZONE.exec(words);
  const parts = found?.groups;
  if (!found || !parts || Boolean(parts.open) !== Boolean(parts.close)) return null;
  const clock = parts.clock ? readClock(parts.clock) : null;
  const day = parts.date ? readDay(parts.date) : null;
  if (parts.clock ? clock === null : day === null || !(parts.mark || parts.close)) return null;
  const stated: StatedTime = {
    ...nothingStated(found[0].trim()),
    ...(day ?? {}),
    clock,
    until: parts.until ? readClock(parts.until) : null,
    zone: parts.zone ? readZone(parts.zone) : null,
    about: Boolean(parts.about),
  };
  return { stated, length: found[0].length };
}

/** 'HH:MM' or 'HH:MM:SS' on a clock of twenty-four hours; null for 25:00 or 13 PM. */
export function readClock(words: string): string | null {
  const found = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?(?:\.\d+)?\s*(?:([ap])\.?m\.?)?$/i.exec(words.trim());
  if (!found) return null;
  const half = found[4]?.toLowerCase();
  const said = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (half ? said < 1 || said > 12 : said > 23) return null;
  if (minute > 59 || Number(found[3] ?? 0) > 59) return null;
  const hour = half ? (said % 12) + (half === 'p' ? 12 : 0) : said;
  return `${two(hour)}:${two(minute)}${found[3] ? `:${found[3]}` : ''}`;
}

const nothingStated = (words: string): StatedTime => ({
  words,
  clock: null,
  year: null,
  month: null,
  dayOfMonth: null,
  zone: null,
  about: false,
  until: null,
});

const isCapital = (zone: string | undefined): boolean => (zone ?? '') === (zone ?? '').toUpperCase();
const two = (value: number) => String(value).padStart(2, '0');
