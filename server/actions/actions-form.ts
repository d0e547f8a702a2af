import { z } from 'zod';
import { LONGEST_REASON } from '#domain/action-session/idea.ts';
import { LONGEST_IDEA } from '#domain/meeting/sealed-idea.ts';
import type { Refused } from '#domain/refused.ts';
import { LONGEST_EARLY_REASON } from '#domain/soak/early-opening.ts';
import type { App, SignedIn } from '../app.ts';
import { id, line, words } from '../doors/fields.ts';
import { openSoakEarly } from '../soak/open-early.ts';
import { reflect, withdrawReflection } from '../soak/reflect.ts';
import { changeIdea, sealIdea, withdrawIdea, withholdName } from '../soak/seal-idea.ts';
import { startSoakByHand } from '../soak/start-soak.ts';
import { linkItemByHand, unlinkItemByHand } from '../trackers/link-item.ts';
import { finishOwnItem } from './finish-item.ts';
import { lookBackOnItem } from './look-back.ts';
import { recordFixedFact, takeFactBack } from './record-fixed-fact.ts';

const idea = id();
const ideaWords = words(LONGEST_IDEA, 'Write the idea in a sentence or two, then seal it.');
const tick = z.literal('on').optional();

/** Everything that is posted from `/reviews/:id/actions`, told apart by `intent`. */
export const actionsForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('seal'), words: ideaWords, withheld: tick }),
  z.strictObject({ intent: z.literal('change'), idea, changed: ideaWords }),
  z.strictObject({ intent: z.literal('withhold'), idea, withheld: z.enum(['yes', 'no']) }),
  z.strictObject({ intent: z.literal('withdraw'), idea }),
  z.strictObject({
    intent: z.literal('reflect'),
    reflection: words(LONGEST_REASON, 'Write what stayed with you.'),
  }),
  z.strictObject({
    intent: z.literal('answer'),
    answered: id(),
    answer: words(LONGEST_REASON, 'Write what you would answer.'),
  }),
  z.strictObject({ intent: z.literal('withdraw-reflection'), withdrawn: id() }),
  z.strictObject({ intent: z.literal('start-soak') }),
  z.strictObject({
    intent: z.literal('open-early'),
    early: words(LONGEST_EARLY_REASON, 'Say why it cannot wait.'),
  }),
  z.strictObject({
    intent: z.literal('fixed'),
    fixed: words(LONGEST_REASON, 'Say what has been fixed already.'),
  }),
  z.strictObject({ intent: z.literal('take-fact-back'), fact: id() }),
  z.strictObject({
    intent: z.literal('worked'),
    looked: id(),
    worked: words(LONGEST_REASON, 'Say in a sentence what you have seen.'),
  }),
  z.strictObject({
    intent: z.literal('link'),
    linked: id(),
    address: line(2_000, 'Paste the address of its page there.'),
  }),
  z.strictObject({ intent: z.literal('unlink'), linked: id() }),
  z.strictObject({ intent: z.literal('finish'), item: id(), finished: z.enum(['yes', 'no']) }),
]);

type Posted = z.output<typeof actionsForm>;

/** The field a refusal's sentence stands beside. */
export const FIELD_OF_INTENT: Record<Posted['intent'], string> = {
  seal: 'words',
  change: 'changed',
  withhold: 'withheld',
  withdraw: 'withheld',
  reflect: 'reflection',
  answer: 'answer',
  'withdraw-reflection': 'reflection',
  'start-soak': 'start',
  'open-early': 'early',
  fixed: 'fixed',
  'take-fact-back': 'fixed',
  finish: 'item',
  worked: 'worked',
  link: 'address',
  unlink: 'address',
};

/** One deed for what was posted. */
export function actOnActionsPage(
  app: App,
  person: SignedIn,
  review: string | undefined,
  posted: Posted,
): Promise<true | Refused> {
  switch (posted.intent) {
    case 'seal':
      return sealIdea(app, person, review, { words: posted.words, withheld: posted.withheld === 'on' });
    case 'change':
      return changeIdea(app, person, review, { idea: posted.idea, words: posted.changed });
    case 'withhold':
      return withholdName(app, person, review, { idea: posted.idea, withheld: posted.withheld === 'yes' });
    case 'withdraw':
      return withdrawIdea(app, person, review, posted);
    case 'reflect':
      return reflect(app, person, review, { words: posted.reflection });
    case 'answer':
      return reflect(app, person, review, { words: posted.answer, answers: posted.answered });
    case 'withdraw-reflection':
      return withdrawReflection(app, person, review, { reflection: posted.withdrawn });
    case 'start-soak':
      return startSoakByHand(app, person, review);
    case 'open-early':
      return openSoakEarly(app, person, review, { reason: posted.early });
    case 'fixed':
      return recordFixedFact(app, person, review, { words: posted.fixed });
    case 'take-fact-back':
      return takeFactBack(app, person, review, posted);
    case 'worked':
      return lookBackOnItem(app, person, review, { item: posted.looked, words: posted.worked });
    case 'link':
      return linkItemByHand(app, person, review, { item: posted.linked, address: posted.address });
    case 'unlink':
      return unlinkItemByHand(app, person, review, posted.linked);
    case 'finish':
      return finishOwnItem(app, person, review, { item: posted.item, finished: posted.finished === 'yes' });
  }
}
