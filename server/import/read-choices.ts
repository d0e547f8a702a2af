import { z } from 'zod';
import { type Choice, type Choices, takingsOf } from '#domain/import/choices.ts';
import type { Taking } from '#domain/import/proposal.ts';
import { FINDING_KINDS, MOMENT_KINDS } from '#domain/write-up.ts';
import { day, optionalLine } from '../doors/fields.ts';
import type { Held } from './held.ts';

/** Fields one preview can post: six for each of two thousand takings. */
export const FIELDS_MAX = 15_000;

const momentChoice = z.object({
  take: z.literal('on').optional(),
  kind: z.enum(MOMENT_KINDS).optional(),
  day: z.union([z.literal('').transform(() => undefined), day()]).optional(),
  order: z.literal('on').optional(),
});
const findingChoice = z.object({
  take: z.literal('on').optional(),
  kind: z.enum(FINDING_KINDS).optional(),
  title: optionalLine(400).optional(),
});
const chatChoice = z.object({
  take: z.literal('on').optional(),
  day: z.union([z.literal('').transform(() => undefined), day()]).optional(),
});

/**
 * What the preview's form says about each taking; ids the proposal does not have are nobody's and ignored. Where one
 * cannot be read, `problem` says which, and the others are as they were said.
 */
export function readTakings(
  form: FormData,
  held: Held,
): { takings: Choices['takings']; problem: string | null } {
  if ([...form.keys()].length > FIELDS_MAX)
    return { takings: {}, problem: 'That is more fields than this form has.' };
  const takings: Record<string, Choice> = {};
  let problem: string | null = null;
  for (const taking of held.writeUp ? takingsOf(held.writeUp) : []) {
    const choice = readChoice(form, taking);
    takings[taking.id] = choice ?? { take: form.get(`take.${taking.id}`) === 'on' };
    if (!choice) problem ??= `Line ${taking.line}: the day is not in the calendar, or the title too long.`;
  }
  return { takings, problem };
}

function readChoice(form: FormData, taking: Taking): Choice | null {
  const field = (name: string) => form.get(`${name}.${taking.id}`) ?? undefined;
  // A day left as it was proposed is no choice: it follows when the review's day is changed.
  const isProposed = field('day') === field('proposed');
  const given = {
    take: field('take'),
    kind: field('kind'),
    day: isProposed ? undefined : field('day'),
    order: field('order'),
    title: field('title'),
  };
  switch (taking.type) {
    case 'moment': {
      const read = momentChoice.safeParse(given);
      if (!read.success) return null;
      const { take, kind, day: on, order } = read.data;
      return {
        take: take === 'on',
        ...(kind && { kind }),
        ...(on && { day: on }),
        orderOnly: order === 'on',
      };
    }
    case 'finding': {
      const read = findingChoice.safeParse(given);
      if (!read.success) return null;
      const { take, kind, title } = read.data;
      return { take: take === 'on', ...(kind && { kind }), ...(isRetitled(taking, title) && { title }) };
    }
    case 'chat': {
      const read = chatChoice.safeParse(given);
      if (!read.success) return null;
      const { take, day: on } = read.data;
      return { take: take === 'on', ...(on && { day: on }) };
    }
  }
}

/** A title of the text's own words stays; only a finding without one takes what was typed, so that no word goes missing. */
const isRetitled = (
  taking: Extract<Taking, { type: 'finding' }>,
  title: string | undefined,
): title is string => taking.title === '' && title !== undefined && title !== '';
