import { z } from 'zod';
import type { PersonId, StageId } from '#domain/ids.ts';
import {
  LONGEST_MEETING_MINUTES,
  MOST_INVITED,
  SHORTEST_MEETING_MINUTES,
} from '#domain/meeting/check-plan.ts';
import {
  LONGEST_NOTES,
  LONGEST_PROMPT,
  LONGEST_STAGE_TITLE,
  MOST_STAGE_MINUTES,
  MOST_TARGETS,
  STAGE_KINDS,
  type StagePlan,
} from '#domain/meeting/stage.ts';
import { TAKE_OVER_POLICIES, type TakeOverPolicy } from '#domain/meeting/take-over.ts';
import { safeHref } from '#domain/safe-href.ts';
import { clockTime, day, id, line, optionalLine, words, zone } from '../doors/fields.ts';
import { target } from './command-schemas.ts';

/** What a planner chooses. Day and time are the wall clock's in the zone. A stage that exists already keeps its id. */
export interface PlanInput {
  title: string;
  day: string;
  time: string;
  zone: string;
  minutes: number;
  callLink: string;
  takeOver: TakeOverPolicy;
  /** Who notes down what others say, if anybody; they are invited with it. */
  scribe: PersonId | null;
  /** The first leads. */
  facilitators: PersonId[];
  invited: PersonId[];
  stages: (StagePlan & { id?: StageId | undefined })[];
}

const lines = (max: number) =>
  z.union([
    z
      .string()
      .regex(/^\s*$/)
      .max(max)
      .transform(() => ''),
    words(max),
  ]);

/** One stage of a plan, as JSON. */
export const stagePlan = z.strictObject({
  id: id<StageId>().optional(),
  kind: z.enum(STAGE_KINDS),
  title: line(LONGEST_STAGE_TITLE, 'Give each stage a title.'),
  minutes: z
    .number('Give each stage its minutes.')
    .int('Minutes are whole.')
    .min(1, 'A stage takes at least a minute.')
    .max(MOST_STAGE_MINUTES, 'A stage takes at most four hours.'),
  prompt: lines(LONGEST_PROMPT),
  notes: lines(LONGEST_NOTES),
  targets: z.array(target).max(MOST_TARGETS),
  teller: id<PersonId>().nullable(),
});

const callLink = optionalLine(1_000).refine(
  (link) => link === '' || (/^https?:/i.test(link) && safeHref(link) !== null),
  'A call link begins with https:// or http://.',
);

/** The agenda as forms post it: JSON in one field, so that it can be edited as a whole. */
const agendaField = z
  .string('The agenda is missing.')
  .max(900_000, 'That agenda is too long.')
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'The agenda could not be read. Please try again.' });
      return z.NEVER;
    }
  })
  // more than fits is counted and refused in words by the domain, not here
  .pipe(
    z
      .array(stagePlan, 'The agenda could not be read. Please try again.')
      .max(5_000, 'That agenda is too long.'),
  );

/** A plan as a form posts it (`parseForm`); add the form's own fields with `.extend`. */
export const planForm = z.strictObject({
  title: line(200, 'Give the meeting a title.'),
  day: day(),
  time: clockTime(),
  zone: zone(),
  minutes: z.coerce
    .number('Say how many minutes it takes.')
    .int('Minutes are whole.')
    .min(SHORTEST_MEETING_MINUTES, 'A meeting takes from 5 minutes to 8 hours.')
    .max(LONGEST_MEETING_MINUTES, 'A meeting takes from 5 minutes to 8 hours.'),
  callLink,
  takeOver: z.enum(TAKE_OVER_POLICIES, 'Choose who may take over.').default('co-facilitators'),
  scribe: z.union([z.literal('').transform(() => null), id<PersonId>()]).default(null),
  facilitators: z.array(id<PersonId>()).max(50).default([]),
  invited: z.array(id<PersonId>()).max(MOST_INVITED).default([]),
  stages: agendaField,
});
