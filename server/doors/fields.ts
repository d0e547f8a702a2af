import { z } from 'zod';
import { asId, isUuid } from '#domain/ids.ts';
import { withoutTurns } from '#domain/plain-line.ts';

/** zod shapes shared by forms and programs. Each refusal is a sentence that a person reads beside the field. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const clean = (value: string) => withoutTurns(value).replace(/\r\n?/g, '\n').trim();
const isPlain = (value: string) => !CONTROL.test(value) && value.isWellFormed();

/** One line of 1 to `max` characters. */
export const line = (max: number, missing = 'Please fill this in.') =>
  z
    .string(missing)
    .max(max * 4, `Please keep this to ${max} characters.`)
    .refine(isPlain, 'This holds a character that cannot be stored.')
    .transform((value) => clean(value).replace(/\s+/g, ' '))
    .pipe(z.string().min(1, missing).max(max, `Please keep this to ${max} characters.`));

/** One line that may stay empty. */
export const optionalLine = (max: number) =>
  z.union([z.literal('').transform(() => ''), blank(), line(max)]).default('');

const blank = () =>
  z
    .string()
    .regex(/^\s+$/)
    .transform(() => '');

/** Several lines of 1 to `max` characters. */
export const words = (max: number, missing = 'Please write a few words.') =>
  z
    .string(missing)
    .max(max * 2, `Please keep this to ${max} characters.`)
    .refine(isPlain, 'This holds a character that cannot be stored.')
    .transform(clean)
    .pipe(z.string().min(1, missing).max(max, `Please keep this to ${max} characters.`));

export const id = <T extends Parameters<typeof asId>[0] & string>() =>
  z
    .string()
    .refine(isUuid, 'This is not something we know.')
    .transform((value) => asId<T & ReturnType<typeof asId>>(value));

/** A calendar day 'YYYY-MM-DD' from 1970 to 2199 that exists. */
export const day = () =>
  z
    .string('Please choose a day.')
    .regex(/^(19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/, 'Please give a day such as 2026-11-24.')
    .refine((value) => {
      const date = new Date(`${value}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
    }, 'That day is not in the calendar.');

/** A wall-clock time 'HH:MM'. */
export const clockTime = () =>
  z.string('Please give a time.').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Please give a time such as 14:30.');

/** An IANA time zone this runtime knows. */
export const zone = () =>
  z
    .string('Please choose a time zone.')
    .max(64)
    .refine(isZone, 'Please choose a time zone such as Europe/Berlin.');

function isZone(value: string) {
  if (!/^[A-Za-z][\w+/-]*$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
