import { additionOf, applyAddition, removeAddition } from '#collab/document/additions.ts';
import { changeImport } from '#db/imports.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { Cancelled } from './cancelled.ts';

/**
 * What an import adds to a write-up that is there, for its plan (base64): made once and kept, so that however often the
 * bringing is begun again, every word lands once. Null when there is nothing to add.
 */
export async function planWords(
  app: App,
  person: SignedIn,
  review: ReviewId,
  writeUp: WriteUp,
): Promise<string | null> {
  if (writeUp.sections.length + writeUp.findings.length + writeUp.moments.length === 0) return null;
  const { document } = await requireReview(app, person, review, 'write');
  const doc = await app.collab.read(document);
  if (!doc) throw new Error('a review has no write-up');
  return Buffer.from(additionOf(doc, writeUp)).toString('base64');
}

/** Throws `Cancelled` when somebody has taken the way out. */
export async function bringWords(
  app: App,
  person: SignedIn,
  { id, review, words }: { id: string; review: ReviewId; words: string },
): Promise<void> {
  const { document } = await requireReview(app, person, review, 'write');
  let isCancelled = false;
  await app.collab.editOnce(
    document,
    person.id,
    (doc) => applyAddition(doc, bytesOf(words)),
    async (tx) => {
      isCancelled = !(await changeImport(tx, id, 'bringing', {}, app.clock.now()));
      return !isCancelled;
    },
  );
  if (isCancelled) throw new Cancelled();
}

/** Removes them again, where the person may still write there. */
export async function takeBackWords(
  app: App,
  person: SignedIn,
  { review, words }: { review: ReviewId; words: string },
): Promise<void> {
  const { document } = await requireReview(app, person, review, 'write');
  await app.collab.edit(document, person.id, (doc) => removeAddition(doc, bytesOf(words)));
}

const bytesOf = (words: string): Uint8Array => Buffer.from(words, 'base64');
