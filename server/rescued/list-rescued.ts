import type { Offered } from '#collab/document/rescued.ts';
import { listOpenRescues } from '#db/rescued-words.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** What is offered back to this person in a review's write-up; to nobody else, its analysts included (D13). */
export async function listRescued(app: App, person: SignedIn, review: string | undefined): Promise<Offered> {
  const { document, may } = await requireReview(app, person, review);
  const open = await listOpenRescues(app.db, document, person.id);
  return {
    offers: open.map(({ id, kind, place, block, afterBlock, before, words, after }) => ({
      id,
      kind,
      place,
      block,
      afterBlock,
      before,
      words,
      after,
    })),
    mayPutBack: may.write,
  };
}
