import { listMeetingsOfReviews, type ReviewMeeting } from '#db/review-meetings.ts';
import type { ReviewRow } from '#db/reviews.ts';
import { listSoaks, type StoredSoak } from '#db/soaks.ts';
import type { ReviewId } from '#domain/ids.ts';
import { type ReviewState, reviewState } from '#domain/review-state.ts';
import type { App } from '../app.ts';

export interface ReviewProgress {
  state: ReviewState;
  meetings: (ReviewMeeting & { rev: number })[];
  soak: StoredSoak | null;
}

/** Where each of these reviews stands, in two queries however many there are. The caller has asked for the right to read. */
export async function readReviewStates(
  app: App,
  reviews: readonly ReviewRow[],
): Promise<Map<ReviewId, ReviewProgress>> {
  const ids = reviews.map((review) => review.id);
  const [meetings, soaks] = await Promise.all([listMeetingsOfReviews(app.db, ids), listSoaks(app.db, ids)]);
  const now = app.clock.now();
  return new Map(
    reviews.map((review) => {
      const own = meetings.filter((meeting) => meeting.review === review.id);
      const soak = soaks.get(review.id) ?? null;
      const state = reviewState({
        publishedAt: review.published_at,
        meetings: own,
        soak,
        doneAt: review.done_at,
        now,
      });
      return [review.id, { state, meetings: own, soak }];
    }),
  );
}

export async function readReviewState(app: App, review: ReviewRow): Promise<ReviewProgress> {
  const progress = (await readReviewStates(app, [review])).get(review.id);
  if (!progress) throw new TypeError('a review has a state');
  return progress;
}
