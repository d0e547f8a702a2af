import { z } from 'zod';
import type { Choices } from '#domain/import/choices.ts';
import type { App, SignedIn } from '../app.ts';
import { day, zone } from '../doors/fields.ts';
import { type FormProblems, parseForm } from '../doors/parse-form.ts';
import { newReviewForm } from '../reviews/review-form.ts';
import type { ToBring } from './bring-in.ts';
import { proposedChoices, requireImport } from './find-import.ts';
import type { Held } from './held.ts';
import { readTakings } from './read-choices.ts';

const FACTS = [
  'title',
  'kind',
  'happenedOn',
  'happenedUntil',
  'zone',
  'privacy',
  'sourceNote',
  'closestTeams[]',
  'wasInvolved',
  'leadsInvolved',
];
/** Into a review that is there only the day and zone of times are asked. */
const timesForm = z.strictObject({ happenedOn: day(), zone: zone() });

export type ReadPreviewForm = { choices: Partial<Choices>; given: FormProblems['given'] } & (
  | { toBring: ToBring }
  | { problems: FormProblems['problems'] }
);

/** What the preview's form says: as far as it can be shown again, and, where nothing is wrong, what to bring. */
export async function readPreviewForm(
  app: App,
  person: SignedIn,
  id: string | undefined,
  form: FormData,
): Promise<ReadPreviewForm> {
  const row = await requireImport(app, person, id);
  const held = (row.held as Held | null) ?? {
    writeUp: null,
    pasted: null,
    channels: [],
    pictures: [],
    notRead: [],
  };
  const facts = row.makes_review
    ? parseForm(newReviewForm, only(form, FACTS))
    : parseForm(timesForm, only(form, ['happenedOn', 'zone']));
  const taken = readTakings(form, held);
  const given = givenOf(form);
  const choices = { ...sound(given), ...('takings' in taken && { takings: taken.takings }) };
  if ('problem' in taken) return { choices, given, problems: { form: taken.problem } };
  if ('problems' in facts) return { choices, given, problems: facts.problems };
  const { values } = facts;
  const title = isOfNew(values) ? values.title : proposedChoices(held, null, person).title;
  const whole: Choices = { title, day: values.happenedOn, zone: values.zone, takings: taken.takings };
  const channels = form.getAll('channel').filter((key) => typeof key === 'string');
  return { choices, given, toBring: { choices: whole, channels, facts: newFacts(values) } };
}

type Values = z.output<typeof newReviewForm> | z.output<typeof timesForm>;

const isOfNew = (values: Values): values is z.output<typeof newReviewForm> => 'kind' in values;

function newFacts(values: Values): ToBring['facts'] {
  if (!isOfNew(values))
    return {
      kind: 'incident',
      privacy: 'private',
      closestTeams: [],
      wasInvolved: false,
      leadsInvolved: false,
    };
  const { kind, privacy, closestTeams, happenedUntil, sourceNote, wasInvolved, leadsInvolved } = values;
  return {
    kind,
    privacy,
    closestTeams,
    happenedUntil,
    sourceNote,
    wasInvolved: wasInvolved === 'on',
    leadsInvolved: leadsInvolved === 'on',
  };
}

/** Day, zone and title as typed, where they can be worked with; moments are placed again by them. */
function sound(given: Record<string, string>): Partial<Choices> {
  const on = day().safeParse(given.happenedOn);
  const where = zone().safeParse(given.zone);
  return {
    ...(given.title !== undefined && { title: given.title.slice(0, 400) }),
    ...(on.success && { day: on.data }),
    ...(where.success && { zone: where.data }),
  };
}

const givenOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    FACTS.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

function only(form: FormData, names: readonly string[]): FormData {
  const picked = new FormData();
  for (const name of names) for (const value of form.getAll(name)) picked.append(name, value);
  return picked;
}
