import { z } from 'zod';
import type { StageId } from '#domain/ids.ts';
import { LONGEST_BROUGHT } from '#domain/meeting/around/brought.ts';
import type { AroundName } from '#domain/meeting/around/command.ts';
import { LONGEST_LOOK_BACK } from '#domain/meeting/around/look-back.ts';
import { SURVEY_CHOICES, SURVEY_KEYS, SURVEY_LEAST, SURVEY_MOST } from '#domain/meeting/around/survey.ts';
import { LONGEST_UNSIGNED } from '#domain/meeting/inputs.ts';
import { LONGEST_NOTES } from '#domain/meeting/stage.ts';
import { id, words } from '../../doors/fields.ts';

const row = z.string().regex(/^[0-9a-f-]{36}$/, 'That is not something we know.');
/** U1: chosen by the tab, and all there is to know an unsigned input by. */
const ownId = z.uuid('An unsigned input has an id of its own, a random UUID.').toLowerCase();
const choices = SURVEY_CHOICES.map(({ choice }) => choice);
const saidOrNot = (max: number) =>
  z.union([
    z
      .string()
      .regex(/^\s*$/)
      .max(max)
      .transform(() => ''),
    words(max),
  ]);
const HOW_MANY = `Please choose ${SURVEY_LEAST} to ${SURVEY_MOST} questions.`;

/** What the commands before and after a meeting bring beside `command`, `expectedRev` and `key`. */
export const AROUND_COMMAND_FIELDS = {
  bring: { words: words(LONGEST_BROUGHT) },
  'change-brought': { brought: row, words: words(LONGEST_BROUGHT) },
  'withdraw-brought': { brought: row },
  touch: { brought: row, touched: z.boolean() },
  'open-brought': { few: z.boolean().optional() },
  'choose-survey': {
    questions: z
      .array(z.enum(SURVEY_KEYS))
      .min(SURVEY_LEAST, HOW_MANY)
      .max(SURVEY_MOST, HOW_MANY)
      .refine((keys) => new Set(keys).size === keys.length, 'Please choose each question once.'),
  },
  'change-notes': {
    stage: id<StageId>(),
    was: z.string().max(LONGEST_NOTES),
    words: saidOrNot(LONGEST_NOTES),
  },
  'bring-unsigned': { id: ownId, words: words(LONGEST_UNSIGNED) },
  'take-back-unsigned': { id: ownId },
  'answer-survey': { question: row, id: ownId, choice: z.enum(choices) },
  'look-back': { helped: saidOrNot(LONGEST_LOOK_BACK), change: saidOrNot(LONGEST_LOOK_BACK) },
} satisfies Record<AroundName, z.ZodRawShape>;
