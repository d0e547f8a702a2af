import { z } from 'zod';
import { recordAudit } from '#db/audit.ts';
import { findSoakPolicy, updateHolidays, updateSoakPolicy } from '#db/workspace.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import { checkPolicy, type PolicyRefused, type SoakPolicy } from '#domain/soak/policy.ts';
import type { App, SignedIn } from '../app.ts';
import { clockTime } from '../doors/fields.ts';
import { signInNow } from '../people/sign-in-times.ts';
import { HOLIDAYS_MOST, type Holiday, type ReadHolidays, readHolidays } from './holiday-file.ts';
import { readWorkspace } from './read-settings.ts';
import { requireAdministrator } from './require-administrator.ts';

/** S2, S3: what an administrator reads and changes about soaking. */
export interface SoakSettings {
  policy: SoakPolicy;
  /** ISO weekdays nobody works on. */
  weekend: readonly number[];
  /** By day. */
  holidays: Holiday[];
}

export async function readSoakSettings(app: App, person: SignedIn): Promise<SoakSettings> {
  const { weekend, holidays, holiday_names } = await readWorkspace(app, person);
  return {
    weekend,
    policy: await findSoakPolicy(app.db),
    holidays: [...holidays].sort().map((day) => ({ day, name: holiday_names[day] ?? '' })),
  };
}

const length = () =>
  z.enum(['1', '2', '3', '4', '5'], 'A soak lasts one to five working days.').transform(Number);
const minutes = () => clockTime().transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

export const policyForm = z.strictObject({
  intent: z.literal('policy'),
  days: length(),
  least: length(),
  most: length(),
  workFrom: minutes(),
  workUntil: minutes(),
});

/** S3: soaks that run keep the length they began with (S2). */
export async function changeSoakPolicy(
  app: App,
  person: SignedIn,
  policy: SoakPolicy,
): Promise<true | PolicyRefused> {
  requireAdministrator(person);
  const checked = checkPolicy(policy);
  if (isRefused(checked)) return checked;
  await app.db.transaction().execute(async (tx) => {
    await updateSoakPolicy(tx, checked);
    await recordAudit(tx, signInNow(app), person.id, 'changed how long ideas soak');
  });
  return true;
}

/** What a file or list would bring, before anything of it is kept. */
export interface HolidayPreview extends ReadHolidays {
  /** Of these, the days that are not holidays here yet. */
  fresh: Holiday[];
}

export async function previewHolidays(
  app: App,
  person: SignedIn,
  text: string,
): Promise<HolidayPreview | Refused> {
  const { holidays } = await readSoakSettings(app, person);
  const read = readHolidays(text);
  if (isRefused(read)) return read;
  if (read.days.length === 0 && read.bad.length === 0)
    return refuse('No day was found in it. A row such as “2026-12-25 Christmas Day” is one.');
  const known = new Set(holidays.map(({ day }) => day));
  return { ...read, fresh: read.days.filter(({ day }) => !known.has(day)) };
}

/** Adds days to the holidays. Soaks that run keep the days they were started with (S2). */
export async function takeHolidays(app: App, person: SignedIn, text: string): Promise<number | Refused> {
  const preview = await previewHolidays(app, person, text);
  if (isRefused(preview)) return preview;
  return app.db.transaction().execute(async (tx) => {
    const before = (await readSoakSettings({ ...app, db: tx }, person)).holidays;
    const all = new Map(before.map(({ day, name }) => [day, name]));
    for (const { day, name } of preview.days) all.set(day, name || (all.get(day) ?? ''));
    if (all.size > HOLIDAYS_MOST)
      return refuse(
        `With these there would be ${all.size.toLocaleString('en')} days off. Up to ${HOLIDAYS_MOST.toLocaleString('en')} fit: take past ones out first.`,
      );
    await updateHolidays(tx, {
      holidays: [...all.keys()].sort(),
      holidayNames: Object.fromEntries([...all].filter(([, name]) => name !== '')),
    });
    await recordAudit(tx, signInNow(app), person.id, 'took holidays over from a list');
    return all.size - before.length;
  });
}

/** A list as the field and the file have it: "2026-12-25 Christmas Day". */
export const holidayLines = (days: readonly Holiday[]): string => days.map(holidayLine).join('\n');

export const holidayLine = ({ day, name }: Holiday): string => (name === '' ? day : `${day} ${name}`);
