import { deleteImport, insertImport, listOpenImports } from '#db/imports.ts';
import type { ReviewId } from '#domain/ids.ts';
import { mayInWorkspace } from '#domain/permissions.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';
import type { ChosenFile } from './chosen-file.ts';
import { forgetImports } from './forget-imports.ts';
import { readChosen } from './read-chosen.ts';

export interface ToImport {
  /** Into this review; null makes a new one. */
  review: string | null;
  files: readonly ChosenFile[];
  pasted: string;
  pastedAs: 'post-mortem' | 'chat';
}

/** Held imports one person may have at once. */
const OPEN_MAX = 20;
/** Below this, reading is over before the next page is asked for, so it is waited for. */
const SMALL_BYTES = 2 * 1024 * 1024;

/** Reads what was chosen and holds it for this person's decision. Nothing of it is a review, or evidence, before that. */
export async function beginImport(
  app: App,
  person: SignedIn,
  input: ToImport,
): Promise<{ id: string } | Refused> {
  const review = await reviewToWrite(app, person, input.review);
  if (input.files.length === 0 && input.pasted.trim() === '')
    return refuse('Nothing was chosen. Choose a file or paste a text.');
  const at = app.clock.now();
  await forgetImports(app);
  if ((await listOpenImports(app.db, person.id)).length >= OPEN_MAX)
    return refuse('Twenty imports already wait for you. Bring some in, or cancel them, first.');
  const id = app.random.uuid();
  await insertImport(app.db, { id, person: person.id, review, name: nameOf(input), at });
  const reading = readChosen(app, person, { id, review }, input);
  if (sizeOf(input) > SMALL_BYTES) return { id };
  const refused = await reading;
  if (!isRefused(refused)) return { id };
  await deleteImport(app.db, id);
  return refused;
}

async function reviewToWrite(app: App, person: SignedIn, asked: string | null): Promise<ReviewId | null> {
  if (asked !== null) return (await requireReview(app, person, asked, 'write')).review.id;
  if (!mayInWorkspace(person, 'start a review')) throw forbidden('You cannot start a review here.');
  return null;
}

const nameOf = ({ files, pastedAs }: ToImport): string =>
  (files[0]?.path ?? (pastedAs === 'chat' ? 'Pasted chat' : 'Pasted text')).slice(0, 300);

const sizeOf = ({ files, pasted }: ToImport): number =>
  files.reduce((sum, file) => sum + file.bytes.length, pasted.length);
