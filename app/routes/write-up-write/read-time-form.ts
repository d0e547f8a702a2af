import { type Refused, refuse } from '#domain/refused.ts';
import { instantAt } from '#domain/soak/wall-clock.ts';
import type { MomentTime } from '#domain/write-up.ts';

const DAY = /^(\d{4})-\d{2}-\d{2}$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;

/** What the form says, read on the clock of the zone; a sentence where it makes no time. */
export function readTimeForm(
  certainty: MomentTime['certainty'],
  form: FormData,
  zone: string,
): MomentTime | Refused {
  if (certainty === 'order-only') return { certainty };
  const day = String(form.get('day') ?? '');
  const start = instant(day, String(form.get('time') ?? ''), zone);
  if (start === null) return refuse('Give the day and the time it began.');
  const endTime = String(form.get('endTime') ?? '');
  if (endTime === '') return { certainty, start, end: null };
  const end = instant(String(form.get('endDay') || day), endTime, zone);
  if (end === null) return refuse('Give the time it ended as well, or leave both empty.');
  if (end < start) return refuse('It ends before it begins. Is the day right?');
  return { certainty, start, end };
}

function instant(day: string, time: string, zone: string): string | null {
  const year = Number(DAY.exec(day)?.[1] ?? 0);
  const [, hours, minutes, seconds = '0'] = TIME.exec(time) ?? [];
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || hours === undefined || Number.isNaN(Date.parse(day)))
    return null;
  const sinceMidnight = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return instantAt({ day, time: sinceMidnight }, zone).toISOString();
}
