import { z } from 'zod';
import type { PersonId, TeamId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { day, id, line, zone } from '../doors/fields.ts';
import { emailAddress } from '../people/fields.ts';
import { HOLIDAYS_MOST, type Holiday, readHolidays } from './holiday-file.ts';

const optionalDay = () => z.union([z.literal('').transform(() => null), day()]);
const teams = () => z.array(id<TeamId>()).max(200).default([]);
const people = () => z.array(id<PersonId>()).max(2_000).default([]);
const role = () => z.enum(['administrator', 'member'], 'Please choose one of the two.');
const personName = () => line(80, 'Please give a name.');
const teamName = () => line(80, 'Please give the team a name.');

export const invitationForm = z.strictObject({
  name: personName(),
  email: emailAddress(),
  startedOn: optionalDay(),
  role: role(),
  teams: teams(),
});

export const personForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('change'),
    name: personName(),
    startedOn: optionalDay(),
    role: role(),
    teams: teams(),
  }),
  z.strictObject({ intent: z.literal('link') }),
  z.strictObject({
    intent: z.literal('deactivate'),
    successor: z.union([z.literal('').transform(() => null), id<PersonId>()]).default(null),
  }),
  z.strictObject({ intent: z.literal('activate') }),
  z.strictObject({ intent: z.literal('erase'), typedName: personName() }),
]);

export const newTeamForm = z.strictObject({ name: teamName() });

export const teamForm = z.strictObject({ name: teamName(), members: people(), leads: people() });

/** Days one under the other, each with its name if it has one; empty lines are passed over. */
const holidays = () =>
  z
    .string()
    .max(HOLIDAYS_MOST * 100, 'That is more days off than fit here.')
    .transform((text, context): Holiday[] => {
      const read = readHolidays(text);
      const wrong = isRefused(read)
        ? read.refused
        : read.bad.length > 0
          ? `Please give days such as 2026-12-25, one under the other. Row ${read.bad[0]?.line} is none.`
          : null;
      if (wrong === null && !isRefused(read)) return read.days;
      context.addIssue({ code: 'custom', message: wrong ?? '' });
      return z.NEVER;
    });

export const workspaceForm = z.strictObject({
  name: line(80, 'Please give it a name.'),
  zone: zone(),
});

/** S2: what soaks that begin from now on are counted in. */
export const freeDaysForm = z.strictObject({
  intent: z.literal('free-days'),
  weekend: z
    .array(z.enum(['1', '2', '3', '4', '5', '6', '7']).transform(Number))
    .max(7)
    .default([])
    .refine(
      (days) => new Set(days).size < 7,
      'Please leave at least one working day: a soak is counted in them.',
    ),
  holidays: holidays(),
});
