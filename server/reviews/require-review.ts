import { writeUpName } from '#collab/document/document-names.ts';
import { accessOf } from '#db/review-access.ts';
import { findReview, type ReviewRow } from '#db/reviews.ts';
import { asId, isUuid, type ReviewId } from '#domain/ids.ts';
import { mayWithReview, type ReviewAccess, type ReviewAction } from '#domain/permissions.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden, gone, notFound } from '../not-found.ts';

/** A review as one person may see it. */
export interface AskedReview {
  review: ReviewRow;
  access: ReviewAccess;
  may: Record<ReviewAction, boolean>;
  /** Name of its write-up's document, current epoch. */
  document: string;
}

const ACTIONS: readonly ReviewAction[] = [
  'read',
  'comment',
  'write',
  'manage',
  'plan meetings',
  'bin',
  'erase',
  'read interviews',
  'read history',
];

/**
 * Loads a review through the person: unknown and not theirs are the same 404 (P2); binned is a 410 to those who could read it.
 * @param action what they are about to do; may read but not do it: 403 with a sentence
 */
export async function requireReview(
  app: App,
  person: SignedIn,
  id: string | undefined,
  action: ReviewAction = 'read',
): Promise<AskedReview> {
  const asked = isUuid(id) ? await findReviewFor(app, person, asId<ReviewId>(id)) : null;
  if (!asked) throw (await isInBinOf(app, person, id)) ? gone() : notFound();
  if (!asked.may[action]) throw forbidden(SENTENCES[action]);
  return asked;
}

/** True where it lies in the bin and this person could read it before: links to it say so. */
async function isInBinOf(app: App, person: SignedIn, id: string | undefined): Promise<boolean> {
  const review = isUuid(id) ? await findReview(app.db, asId<ReviewId>(id)) : undefined;
  if (!review?.deleted_at) return false;
  return mayWithReview(person, 'read', { ...(await accessOf(app.db, review)), deleted: false });
}

/** The same without an exception: null where there is nothing for this person. */
export function findReviewFor(app: App, person: SignedIn, id: ReviewId): Promise<AskedReview | null> {
  const known = onTheirWay.get(person) ?? new Map<ReviewId, Promise<AskedReview | null>>();
  onTheirWay.set(person, known);
  const asked = known.get(id) ?? lookFor(app, person, id).finally(() => known.delete(id));
  known.set(id, asked);
  return asked;
}

/** A page's loaders start together and ask for the same review: they share the answer while it is on its way, never longer. */
const onTheirWay = new WeakMap<SignedIn, Map<ReviewId, Promise<AskedReview | null>>>();

async function lookFor(app: App, person: SignedIn, id: ReviewId): Promise<AskedReview | null> {
  const review = await findReview(app.db, id);
  if (!review) return null;
  const access = await accessOf(app.db, review);
  const may = Object.fromEntries(
    ACTIONS.map((action) => [action, mayWithReview(person, action, access)]),
  ) as AskedReview['may'];
  return may.read ? { review, access, may, document: writeUpName(review.id, review.epoch) } : null;
}

const SENTENCES: Record<ReviewAction, string> = {
  read: 'This is not shared with you.',
  comment: 'The analysts of this review have closed its comments.',
  write:
    'This write-up is open to its analysts and to those they add as writers. Ask one of them to add you.',
  manage: 'Only the analysts of this review can change this.',
  'plan meetings': 'Only the analysts of this review and its facilitators can plan its meetings.',
  bin: 'Only the analysts of this review can put it in the bin.',
  erase: 'Only the analysts of this review can erase its words for good.',
  'read interviews': 'Interview notes are for the analysts of this review only.',
  'read history':
    'How this write-up came to be is for those who write it: its analysts and those they add as writers.',
};
