import { z } from 'zod';
import type { Choices } from '#domain/import/choices.ts';
import { storable } from '#domain/import/storable.ts';
import type { App, SignedIn } from '../app.ts';
import { day, zone } from '../doors/fields.ts';
import { type FormProblems, parseForm } from '../doors/parse-form.ts';
import { newReviewForm } from '../reviews/review-form.ts';
import type { ToBring } from './bring-in.ts';
import { proposedChoices, requireImport } from './find-import.ts';
import type { Held } from './held.ts';
import { readTakings } from './read-choices.ts';
import { movesDays } from './times-shown.ts';

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

/** What the form says, as it is shown again. */
export interface Given {
  facts: Record<string, string>;
  closestTeams: string[];
  /** Keys of the channels that are ticked. */
  channels: string[];
  channelName: string;
}

export type ReadPreviewForm = { choices: Partial<Choices>; given: Given } & (
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
  const held = (row.held as Held | null) ?? NOTHING;
  const facts = row.makes_review
    ? parseForm(newReviewForm, only(form, FACTS))
    : parseForm(timesForm, only(form, ['happenedOn', 'zone']));
  const { takings, problem } = readTakings(form, held);
  const given = givenOf(form);
  const choices = { ...sound(given.facts), takings };
  if (problem !== null) return { choices, given, problems: { form: problem } };
  const problems = { ...('problems' in facts && facts.problems), ...channelProblem(held, given) };
  if ('problems' in facts || 'channelName' in problems) return { choices, given, problems };
  const { values } = facts;
  const title = isOfNew(values) ? values.title : proposedChoices(held, null, person).title;
  const whole: Choices = { title, day: values.happenedOn, zone: values.zone, takings };
  if (held.writeUp && movesDays(form, held.writeUp, whole))
    return { choices, given, problems: { form: DAYS_MOVED } };
  const { channels, channelName } = given;
  return { choices, given, toBring: { choices: whole, channels, channelName, facts: newFacts(values) } };
}

const NOTHING: Held = { writeUp: null, pasted: null, channels: [], pictures: [], notRead: [] };
const DAYS_MOVED =
  'Nothing is stored yet: with what you changed, days further down have moved. Look at them once more, then bring it in.';
const CHANNEL_NAME_MAX = 80;

/** Only where the one without a name is to come in. */
function channelProblem(held: Held, { channels, channelName }: Given): { channelName?: string } {
  const isAsked = held.channels.some(({ key, name }) => name === '' && channels.includes(key));
  if (isAsked && channelName === '')
    return { channelName: 'Please say which channel these messages are from.' };
  if (isAsked && channelName.length > CHANNEL_NAME_MAX)
    return { channelName: `Please keep this to ${CHANNEL_NAME_MAX} characters.` };
  return {};
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

const givenOf = (form: FormData): Given => ({
  facts: Object.fromEntries(
    FACTS.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  ),
  closestTeams: texts(form, 'closestTeams[]'),
  channels: texts(form, 'channel'),
  channelName: storable(texts(form, 'channelName')[0] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#/, ''),
});

const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string');

function only(form: FormData, names: readonly string[]): FormData {
  const picked = new FormData();
  for (const name of names) for (const value of form.getAll(name)) picked.append(name, value);
  return picked;
}
