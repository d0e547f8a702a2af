import { isHidden } from '#collab/document/place-entry.ts';
import type { Offered, OfferedWords } from '#collab/document/rescued.ts';
import { listOpenRescues } from '#db/rescued-words.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/**
 * What is offered back to this person in a review's write-up; to nobody else, its analysts included (D13). Of words hidden with
 * their part all are told: the page that asks follows by itself whether that part is in sight.
 */
export async function listRescued(app: App, person: SignedIn, review: string | undefined): Promise<Offered> {
  const { document, may } = await requireReview(app, person, review);
  return { offers: await openOffers(app, person, document), mayPutBack: may.write };
}

/** The same for a page that stays as it is, where the caller has asked for the review already: without words whose part is back in sight. */
export async function listOffers(app: App, person: SignedIn, document: string): Promise<Offered['offers']> {
  const offers = await openOffers(app, person, document);
  const hidden = offers.filter(({ kind }) => kind === 'hidden');
  if (hidden.length === 0) return offers;
  const inSight = await app.collab.look(
    document,
    (doc) => new Set(hidden.filter(({ place }) => !isHidden(doc, place)).map(({ id }) => id)),
  );
  return offers.filter(({ id }) => !inSight?.has(id));
}

async function openOffers(app: App, person: SignedIn, document: string): Promise<OfferedWords[]> {
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
