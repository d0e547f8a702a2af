import { listReadableReviews } from '#db/readable-reviews.ts';
import type { ReviewRow } from '#db/reviews.ts';
import type { App, SignedIn } from '../app.ts';

/** Every review this person may read, newest event first. */
export const listReviews = (app: App, person: SignedIn): Promise<ReviewRow[]> =>
  listReadableReviews(app.db, person.id);
