import { changeImport } from '#db/imports.ts';
import type { App, SignedIn } from '../app.ts';
import { type FoundImport, findImport, requireImport } from './find-import.ts';
import type { Draft } from './held.ts';
import { type Given, readPreviewForm } from './preview-form.ts';
import { FIELDS_MAX } from './read-choices.ts';

/** Keeps what the preview's form says with the import it is about, so that whoever leaves finds it again. */
export async function keepChoices(
  app: App,
  person: SignedIn,
  id: string | undefined,
  form: FormData,
): Promise<void> {
  const row = await requireImport(app, person, id);
  const said = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  if (said.length > FIELDS_MAX) return;
  const plan: Draft = { said: said.filter(([name]) => name !== 'intent') };
  await changeImport(app.db, row.id, 'held', { plan }, app.clock.now());
}

/** One's import as its page opens: as it was left, or as proposed where nothing has been said yet. */
export async function openImport(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<{ found: FoundImport; given: Given | null }> {
  const row = await requireImport(app, person, id);
  const draft = row.state === 'held' ? (row.plan as Draft | null) : null;
  if (!draft) return { found: await findImport(app, person, id), given: null };
  const form = new FormData();
  for (const [name, value] of draft.said) form.append(name, value);
  const { choices, given } = await readPreviewForm(app, person, id, form);
  return { found: await findImport(app, person, id, choices), given };
}
