import { z } from 'zod';
import type { SessionCommandName } from '#domain/action-session/command.ts';
import { DECISIONS } from '#domain/action-session/idea.ts';
import { OUTCOMES } from '#domain/action-session/outcome.ts';
import { TAKEN_BACK } from '#domain/action-session/take-back.ts';
import type { PersonId } from '#domain/ids.ts';
import { id, words } from '../doors/fields.ts';

const row = id();
/** May be empty: the domain says what is missing, in its own words. */
const said = z.union([z.string().regex(/^\s*$/).max(1_000), words(4_000)]);

const finding = z.string().regex(/^[\w-]{1,64}$/);

/** Left out by whoever has read nothing before. */
const mark = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .optional();

/** The bodies an action session adds to the room's door, beside `command`, `expectedRev` and `key`. */
export const SESSION_COMMAND_FIELDS = {
  unseal: {},
  'open-idea': { idea: row.nullable() },
  'open-next-idea': { after: row.nullable() },
  'group-idea': { idea: row, group: said },
  'merge-idea': { idea: row, into: row },
  'split-idea': { idea: row },
  'link-idea': { idea: row, finding: finding.nullable() },
  decide: {
    idea: row,
    was: mark,
    decision: z.enum(DECISIONS),
    reason: said,
    item: z
      .strictObject({
        title: said,
        owner: id<PersonId>().nullable(),
        finding: finding.nullable(),
        noFindingReason: said,
        dueOn: z.string().max(20).nullable(),
        reviewOn: z.string().max(20).nullable().default(null),
        shows: said,
      })
      .nullable()
      .optional(),
  },
  undecide: { idea: row, was: mark, what: z.enum(TAKEN_BACK) },
  'add-idea': { words: said },
  'already-fixed': { idea: row.nullable(), words: said },
  conclude: { outcome: z.enum(OUTCOMES), reason: said },
  'go-on': {},
} satisfies Record<SessionCommandName, z.ZodRawShape>;

/** Everything else of an action session steers. What an idea answers is chosen while the next command is on its way, so it conflicts with none. */
const PERSONAL: readonly SessionCommandName[] = ['add-idea', 'already-fixed', 'link-idea'];

export const mannerOfSession = (name: SessionCommandName): 'steering' | 'personal' =>
  PERSONAL.includes(name) ? 'personal' : 'steering';
