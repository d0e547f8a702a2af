import { deleteTemplate, insertTemplate, listTemplates, type TemplateRow } from '#db/meeting-templates.ts';
import { isUuid } from '#domain/ids.ts';
import { MOST_STAGES, type StagePlan } from '#domain/meeting/stage.ts';
import {
  agendaOf,
  agendaOfKept,
  isTemplateId,
  keptStages,
  LONGEST_TEMPLATE_NAME,
  MOST_TEMPLATES,
  TEMPLATES,
} from '#domain/meeting/templates.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';

export interface TemplateChoice {
  id: string;
  name: string;
  minutes: number;
  says: string;
  /** The asking person may take it away. */
  mayForget: boolean;
}

/** What a review meeting can be planned from: Soak's own, then those this workspace has kept. For whoever plans meetings. */
export async function listTemplateChoices(app: App, person: SignedIn): Promise<TemplateChoice[]> {
  const own = Object.entries(TEMPLATES).map(([id, template]) => ({ id, ...template, mayForget: false }));
  const kept = await listTemplates(app.db);
  return [
    ...own,
    ...kept.map((row) => ({
      id: row.id,
      name: row.name,
      minutes: row.minutes,
      says: `${row.stages.length} stages, kept here`,
      mayForget: mayForget(person, row),
    })),
  ];
}

/** Its agenda for this write-up; null where there is no such template. */
export async function draftFromTemplate(
  app: App,
  id: string,
  writeUp: WriteUp,
): Promise<{ minutes: number; stages: StagePlan[] } | null> {
  if (isTemplateId(id)) {
    const { minutes } = TEMPLATES[id];
    return { minutes, stages: agendaOf(id, writeUp, minutes) };
  }
  const row = (await listTemplates(app.db)).find((one) => one.id === id);
  return row ? { minutes: row.minutes, stages: agendaOfKept(row.stages, writeUp) } : null;
}

/** Keeps an agenda for everyone who plans here: its stages, minutes and questions, nothing of this write-up, no notes, nobody's name. */
export async function keepTemplate(
  app: App,
  person: SignedIn,
  { name, minutes, stages }: { name: string; minutes: number; stages: readonly StagePlan[] },
): Promise<{ kept: string } | Refused> {
  const called = name.trim().slice(0, LONGEST_TEMPLATE_NAME);
  if (called === '') return refuse('Give the template a name, so that others find it.');
  if (stages.length === 0 || stages.length > MOST_STAGES)
    return refuse(`A template has from one to ${MOST_STAGES} stages.`);
  const before = await listTemplates(app.db);
  if (before.length >= MOST_TEMPLATES)
    return refuse(`There are ${MOST_TEMPLATES} templates here already. Take one away first.`);
  if (before.some((one) => one.name.toLowerCase() === called.toLowerCase()))
    return refuse(`There is a template called “${called}” already. Choose another name.`);
  const template = { id: app.random.uuid(), name: called, minutes, stages: keptStages(stages) };
  await insertTemplate(app.db, { ...template, madeBy: person.id }, app.clock.now());
  return { kept: called };
}

/** Takes a kept template away; meetings planned from it stay as they are. */
export async function forgetTemplate(app: App, person: SignedIn, id: string): Promise<Refused | null> {
  const row = isUuid(id) ? (await listTemplates(app.db)).find((one) => one.id === id) : undefined;
  if (row === undefined) return null;
  if (!mayForget(person, row))
    return refuse('Whoever kept this template takes it away, or an administrator.');
  await deleteTemplate(app.db, id);
  return null;
}

const mayForget = (person: SignedIn, row: TemplateRow): boolean =>
  person.role === 'administrator' || row.madeBy === person.id;
