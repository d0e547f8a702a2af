import type { Offered } from '#collab/document/rescued.ts';
import { listOpenRescues } from '#db/rescued-words.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** What is offered back to this person in a review's write-up; to nobody else, its analysts included (D13). */
export async function listRescued(app: App, person: SignedIn, review: string | undefined): Promise<Offered> {
  const { document, may } = await requireReview(app, person, review);
  return { offers: await listOffers(app, person, document), mayPutBack: may.write };
}

/** The same where the caller has asked for the review already. */
export async function listOffers(app: App, person: SignedIn, document: string): Promise<Offered['offers']> {
  const open = await listOpenRescues(app.db, document, person.id);
  return open.map(({ id, kind, place, block, afterBlock, before, words, after }) => ({
    id,
    kind,
    place,
    block,
    afterBlock,
    before,
    words,
    after,
  }));
}
