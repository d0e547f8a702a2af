import { roomName } from '#collab/document/document-names.ts';
import { listReadableReviews } from '#db/readable-reviews.ts';
import type { ReviewRow } from '#db/reviews.ts';
import type { ReviewState } from '#domain/review-state.ts';
import type { App, SignedIn } from '../app.ts';
import { type ReviewProgress, readReviewState, readReviewStates } from './read-review-state.ts';
import { requireReview } from './require-review.ts';

/** The stable shape of `/api/v1`: names as in `product.md`. */
export interface ProgramReview {
  id: string;
  title: string;
  kind: string;
  state: ReviewState;
}
export interface WholeProgramReview extends ProgramReview {
  documents: { kind: 'write-up' | 'room'; name: string }[];
  meetings: { id: string; kind: 'review' | 'action'; state: string; rev: number }[];
}

export async function listReviewsForPrograms(app: App, person: SignedIn): Promise<ProgramReview[]> {
  const reviews = await listReadableReviews(app.db, person.id);
  const states = await readReviewStates(app, reviews);
  return reviews.flatMap((review) => {
    const progress = states.get(review.id);
    return progress ? [shortly(review, progress)] : [];
  });
}

export async function readReviewForPrograms(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<WholeProgramReview> {
  const { review, document } = await requireReview(app, person, id);
  const progress = await readReviewState(app, review);
  return {
    ...shortly(review, progress),
    documents: [
      { kind: 'write-up', name: document },
      ...progress.meetings.map((meeting) => ({ kind: 'room' as const, name: roomName(meeting.id) })),
    ],
    meetings: progress.meetings.map(({ id, kind, phase, rev }) => ({ id, kind, state: phase, rev })),
  };
}

const shortly = (review: ReviewRow, { state }: ReviewProgress): ProgramReview => ({
  id: review.id,
  title: review.title,
  kind: review.kind,
  state,
});
