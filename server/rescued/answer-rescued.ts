import { z } from 'zod';
import { putBack } from '#collab/document/put-back.ts';
import { RESCUE_ANSWERS, type RescueAnswered } from '#collab/document/rescued.ts';
import { type AskedRescue, answerRescued as answer, listOpenRescues } from '#db/rescued-words.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

export const rescueAnswer = z.strictObject({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  answer: z.enum(RESCUE_ANSWERS),
});

/** Answers what is offered to oneself: put back, let go, or be asked again about what was let go. */
export async function answerRescued(
  app: App,
  person: SignedIn,
  review: string | undefined,
  given: z.infer<typeof rescueAnswer>,
): Promise<RescueAnswered> {
  const puttingBack = given.answer === 'put-back';
  const { document } = await requireReview(app, person, review, puttingBack ? 'write' : 'read');
  const asked = { id: given.id, document, person: person.id };
  if (puttingBack) return { written: await putBackOnce(app, asked) };
  if (given.answer === 'let-go') await answer(app.db, asked, 'open', 'let-go', app.clock.now());
  else await answer(app.db, asked, 'let-go', 'open', null);
  app.collab.rescuedChanged();
  return { written: null };
}

const MOST_ROUNDS = 5;

/**
 * The edit and the answer are one transaction: pressing twice, in two tabs or after a lost answer, writes once. An offer that grew
 * meanwhile is read again, so that no word of it is answered unseen.
 */
async function putBackOnce(app: App, asked: AskedRescue): Promise<RescueAnswered['written']> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = await listOpenRescues(app.db, asked.document, asked.person);
    const lost = open.find(({ id }) => id === asked.id);
    if (!lost) return null;
    const answered = (db: Database) =>
      answer(db, { ...asked, words: lost.words }, 'open', 'put-back', app.clock.now());
    let isEdited = false;
    const written = await app.collab.editOnce(
      asked.document,
      asked.person,
      (doc) => putBack(doc, lost),
      async (tx) => {
        isEdited = true;
        return answered(tx);
      },
    );
    if (written) return written;
    // what was out of sight has come back by itself: there is nothing to write
    if (!isEdited && (await answered(app.db))) {
      app.collab.rescuedChanged();
      return null;
    }
  }
  return null;
}
