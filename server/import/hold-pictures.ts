import { insertPicturePart } from '#db/imports.ts';
import { isRefused } from '#domain/refused.ts';
import { pictureFacts } from '#domain/uploads/picture-facts.ts';
import type { App } from '../app.ts';
import { besideText, type ChosenFile } from './chosen-file.ts';
import type { Held } from './held.ts';

/** Ordinals of pictures start where no portion of messages reaches. */
const PICTURES_FROM = 1_000_000;

/** Finds the text's pictures in the same selection and keeps their bytes. Never the network. */
export async function holdPictures(
  app: App,
  id: string,
  held: Held,
  chosen: readonly ChosenFile[],
  text: string,
): Promise<void> {
  for (const [at, { path, alt }] of (held.writeUp?.pictures ?? []).entries()) {
    const file = besideText(chosen, text, path);
    if (!file) continue;
    const facts = pictureFacts(file.bytes);
    if (isRefused(facts)) {
      held.notRead.push(`${file.path}: ${facts.refused}`);
      continue;
    }
    const ordinal = PICTURES_FROM + at;
    await insertPicturePart(app.db, { import: id, ordinal, path, bytes: file.bytes });
    held.pictures.push({ path, ordinal, alt, ...facts });
  }
}
