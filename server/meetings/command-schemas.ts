import { z } from 'zod';
import type { PersonId, StageId } from '#domain/ids.ts';
import { ATTENDANCE_HOW, ATTENDANCE_MODES } from '#domain/meeting/attendance.ts';
import { CAPTURE_KINDS, LONGEST_CAPTURE, LONGEST_CLAIM } from '#domain/meeting/capture.ts';
import type { CommandName } from '#domain/meeting/command.ts';
import {
  LONGEST_HIDING_REASON,
  LONGEST_NOTE,
  LONGEST_TEXT,
  LONGEST_UNSIGNED,
  LONGEST_WORD,
  SAY_WHICH_WORD,
  SIGNALS,
} from '#domain/meeting/inputs.ts';
import { LONGEST_ENDING_NOTE, LONGEST_PARKED, PARKED_ENDINGS } from '#domain/meeting/parked.ts';
import { LONGEST_LABEL, LONGEST_TURN, TURN_TYPES } from '#domain/meeting/queue-entry.ts';
import { ROUND_ANSWERS } from '#domain/meeting/round.ts';
import { LONGEST_IDEA } from '#domain/meeting/sealed-idea.ts';
import { LONGEST_PROMPT, LONGEST_STAGE_TITLE, MOST_TARGETS, STAGE_KINDS } from '#domain/meeting/stage.ts';
import { TARGET_TYPES } from '#domain/meeting/target.ts';
import { id, line, optionalLine, words } from '../doors/fields.ts';

/** Ids inside a write-up are made by editors and imports: short, and nothing a page or a query could trip over. */
const partId = z.string().regex(/^[\w-]{1,64}$/, 'That is not a part of the write-up.');

export const target = z.strictObject({
  type: z.enum(TARGET_TYPES),
  id: partId,
  section: partId.nullable().default(null),
});

const row = z.string().regex(/^[0-9a-f-]{36}$/, 'That is not something we know.');
/** U1: chosen by the tab, and all there is to know an unsigned input by. */
const ownId = z.uuid('An unsigned input has an id of its own, a random UUID.').toLowerCase();
const blank = z
  .string()
  .regex(/^\s*$/)
  .max(LONGEST_TEXT)
  .transform(() => '');
const minutes = z.number().int().min(1).max(240);
const title = line(LONGEST_STAGE_TITLE);
const prompt = optionalLine(LONGEST_PROMPT);
const nothing = {};

/** What each command brings beside `command`, `expectedRev` and `key`; unknown fields are refused. */
export const COMMAND_FIELDS = {
  open: nothing,
  start: nothing,
  next: nothing,
  back: nothing,
  go: { stage: id<StageId>() },
  undo: nothing,
  pause: nothing,
  resume: nothing,
  end: nothing,
  reopen: nothing,
  spotlight: { target: target.nullable() },
  'bring-everyone': nothing,
  'timer-start': nothing,
  'timer-pause': nothing,
  'timer-add': { seconds: z.number().int() },
  'stage-add': {
    kind: z.enum(STAGE_KINDS),
    title,
    minutes,
    prompt: prompt.optional(),
    targets: z.array(target).max(MOST_TARGETS).optional(),
    teller: id<PersonId>().nullable().optional(),
    after: id<StageId>().nullable().optional(),
  },
  'stage-change': {
    stage: id<StageId>(),
    title: title.optional(),
    minutes: minutes.optional(),
    prompt: prompt.optional(),
    targets: z.array(target).max(MOST_TARGETS).optional(),
    teller: id<PersonId>().nullable().optional(),
  },
  'stage-move': { stage: id<StageId>(), after: id<StageId>().nullable() },
  'stage-remove': { stage: id<StageId>() },
  'next-speaker': { speaking: row.nullable() },
  'queue-open': nothing,
  'queue-close': nothing,
  'queue-order': { entries: z.array(row).min(1).max(300) },
  'queue-remove': { entry: row },
  roles: {
    facilitators: z.array(id<PersonId>()).min(1).max(20),
    scribe: id<PersonId>().nullable().optional(),
  },
  'take-over': nothing,
  'hand-back': nothing,
  'next-person': { speaking: id<PersonId>().nullable() },
  'round-start': nothing,
  'round-turn': { how: z.enum(ROUND_ANSWERS) },
  ready: { ready: z.boolean() },
  'raise-hand': {
    type: z.enum(TURN_TYPES),
    words: optionalLine(LONGEST_TURN).optional(),
    for: line(LONGEST_LABEL).optional(),
    target: target.nullable().optional(),
  },
  'change-hand': { entry: row, words: optionalLine(LONGEST_TURN) },
  'lower-hand': { entry: row },
  'finish-turn': { entry: row },
  capture: {
    kind: z.enum(CAPTURE_KINDS),
    words: words(LONGEST_CAPTURE),
    stage: id<StageId>().optional(),
    target: target.nullable().optional(),
    claim: z.union([z.literal(''), words(LONGEST_CLAIM)]).optional(),
    forPerson: id<PersonId>().optional(),
    forLabel: line(LONGEST_LABEL).optional(),
  },
  'change-capture': { capture: row, words: words(LONGEST_CAPTURE) },
  'confirm-capture': { capture: row },
  'withdraw-capture': { capture: row },
  park: {
    words: words(LONGEST_PARKED),
    stage: id<StageId>().optional(),
    target: target.nullable().optional(),
  },
  'change-parked': { parked: row, words: words(LONGEST_PARKED) },
  'withdraw-parked': { parked: row },
  'end-parked': {
    parked: row,
    ending: z.enum(PARKED_ENDINGS),
    note: optionalLine(LONGEST_ENDING_NOTE).optional(),
  },
  seal: { words: words(LONGEST_IDEA), withheld: z.boolean().optional(), seenInNotes: z.boolean().optional() },
  'change-idea': { idea: row, words: words(LONGEST_IDEA) },
  'withdraw-idea': { idea: row },
  'withhold-name': { idea: row, withheld: z.boolean() },
  reveal: { stage: id<StageId>(), few: z.boolean().optional() },
  'poll-close': { stage: id<StageId>() },
  'hide-text': { text: row, reason: line(LONGEST_HIDING_REASON, 'Say why, for everyone to read.') },
  'withdraw-text': { text: row },
  write: { stage: id<StageId>(), words: z.union([z.literal(''), blank, words(LONGEST_TEXT)]) },
  unsigned: {
    stage: id<StageId>(),
    id: ownId,
    words: words(LONGEST_UNSIGNED),
    beside: z
      .strictObject({ target: target.nullable(), claim: z.union([z.literal(''), words(LONGEST_CLAIM)]) })
      .optional(),
  },
  'withdraw-unsigned': { stage: id<StageId>(), id: ownId },
  answer: { stage: id<StageId>(), id: ownId, choice: z.string().max(20) },
  signal: { signal: z.enum(SIGNALS), word: line(LONGEST_WORD, SAY_WHICH_WORD).optional() },
  attend: {
    statement: z
      .strictObject({
        how: z.enum(ATTENDANCE_HOW),
        mode: z.enum(ATTENDANCE_MODES),
        named: z.boolean().default(false),
      })
      .nullable(),
  },
  note: { words: z.union([z.literal(''), blank, words(LONGEST_NOTE)]) },
  seen: nothing,
} satisfies Record<CommandName, z.ZodRawShape>;
