import { isUnsealed } from '#db/action-sessions.ts';
import { insertUnsignedReflections } from '#db/reflections.ts';
import { findSoak } from '#db/soaks.ts';
import { emptyBox, listBox, lockBox, putIntoBox, takeBackFromBox } from '#db/unsigned-box.ts';
import { asId, type ReviewId, type StageId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { mayPressOn, memoryOf } from '../meetings/inputs/memory.ts';
import { requireReview } from '../reviews/require-review.ts';

const MOST_PRESSES = 60;

/** The box of a review is that of its id: no stage has it. */
const boxOf = (review: ReviewId): StageId => asId<StageId>(review);

/**
 * U1: what stayed with somebody, without their name. It waits in the box until the action session opens the ideas, and is then
 * shown together with the others, in an order drawn by chance. No count opens it: whoever put in the others could tell the last one
 * by it. Nothing else is written, and nothing is logged.
 */
export async function reflectUnsigned(
  app: App,
  person: SignedIn,
  id: string | undefined,
  put: { id: string; words: string } | { id: string; words: null },
): Promise<true | Refused> {
  const { review } = await requireReview(app, person, id);
  if (review.done_at !== null) return refuse('This review is done.');
  const box = boxOf(review.id);
  if (!mayPressOn(memoryOf(app), person.id, box, MOST_PRESSES))
    return refuse('That is as much as one person puts in here. Say the rest in the meeting.');
  const { shuffle } = app.random;
  const { words } = put;
  try {
    return await app.db.transaction().execute(async (tx) => {
      await lockBox(tx);
      if ((await findSoak(tx, review.id)) === null)
        return refuse('Reflections begin once the soak has started.');
      // unsealing empties the box under the same lock: whoever comes after it is told, and nothing is left in there
      if (await isUnsealed(tx, review.id)) return refuse(words === null ? SHOWN : OPEN);
      if (words === null) {
        if (!(await listBox(tx, box)).some((each) => each.id === put.id))
          return refuse('It was taken out before.');
        await takeBackFromBox(tx, { id: put.id, stage: box }, shuffle);
        return true as const;
      }
      await putIntoBox(tx, { id: put.id, stage: box, words }, shuffle);
      return true as const;
    });
  } catch (error) {
    if (error instanceof Response) throw error;
    // U1: not even that it failed is logged
    throw Response.json({ refused: NOT_KEPT }, { status: 503 });
  }
}

const SHOWN = 'It has been shown already, without a name, and nobody can find which was yours.';
const OPEN =
  'The ideas are open, and what waited without a name is shown. It does not take more. Your words are still here: add them with your name.';
const NOT_KEPT =
  'Not saved: the server cannot store anything just now. Your words are still here; try again in a moment.';

/** Shows all that wait, under ids drawn now. Part of opening the ideas as well: nothing waits longer than that. */
export async function showBox(tx: Database, app: Pick<App, 'random'>, review: ReviewId): Promise<void> {
  const shown = await emptyBox(tx, boxOf(review), app.random.shuffle);
  await insertUnsignedReflections(
    tx,
    review,
    shown.map((words) => ({ id: app.random.uuid(), words })),
  );
}
