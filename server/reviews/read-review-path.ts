import type { ReviewRow } from '#db/reviews.ts';
import type { App, SignedIn } from '../app.ts';

/** One step of a review's path as it is shown; calibration is not built yet, so the path shown has four. */
export interface PathStepFacts {
  name: 'Analyse' | 'Meet' | 'Soak' | 'Act';
  state: 'done' | 'now' | 'ahead';
  note: string;
  level?: number;
}

/** Where a review is and since or until when, in the reader's zone. */
export async function readReviewPath(
  _app: App,
  person: SignedIn,
  review: ReviewRow,
): Promise<PathStepFacts[]> {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: person.zone, day: 'numeric', month: 'short' });
  return [
    {
      name: 'Analyse',
      state: review.published_at ? 'done' : 'now',
      note: `since ${day.format(review.created_at)}`,
    },
    { name: 'Meet', state: review.published_at ? 'now' : 'ahead', note: '' },
    { name: 'Soak', state: 'ahead', note: '' },
    { name: 'Act', state: 'ahead', note: '' },
  ];
}
