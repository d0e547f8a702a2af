import { isUnsealed } from '#db/action-sessions.ts';
import { maySeal } from '#domain/action-session/session.ts';
import type { Database } from '../app.ts';
import type { AskedReview } from '../reviews/require-review.ts';

/** C6: are ideas still taken, sealed, by whoever may read the review? Pages that lead there ask this one. */
export const maySealIdea = async (db: Database, review: AskedReview['review']): Promise<boolean> =>
  maySeal({ unsealed: await isUnsealed(db, review.id), done: review.done_at !== null }) === true;
