import { z } from 'zod';
import type { ReviewId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { day, line, words } from '../doors/fields.ts';
import { createReview } from '../reviews/create-review.ts';
import { surpriseWriteUp } from './surprise-write-up.ts';

const LONGEST_ANSWER = 8_000;
const maybe = z
  .union([
    z
      .string()
      .regex(/^\s*$/)
      .transform(() => ''),
    words(LONGEST_ANSWER),
  ])
  .default('');

export const surpriseForm = z.strictObject({
  title: line(200, 'Say in a few words what surprised you.'),
  happenedOn: day(),
  happened: words(LONGEST_ANSWER, 'Tell what happened, as you saw it.'),
  expected: maybe,
  learned: maybe,
  who: maybe,
  publish: z.literal('on').optional(),
});

/** Two minutes: a review of kind surprise, readable by everyone at once where its author says so. */
export function reportSurprise(
  app: App,
  person: SignedIn,
  form: z.output<typeof surpriseForm>,
): Promise<ReviewId> {
  return createReview(app, person, {
    kind: 'surprise',
    happenedOn: form.happenedOn,
    zone: person.zone,
    privacy: 'open',
    closestTeams: [],
    // who reports a surprise was there: said, never judged
    analysts: [{ person: person.id, wasInvolved: true, leadsInvolved: false }],
    publish: form.publish === 'on',
    writeUp: surpriseWriteUp(app, form),
  });
}
