import type { ReviewRow } from '#db/reviews.ts';
import { type NextStep, nextStep, type PathStepFacts, reviewPath } from '#domain/review-path.ts';
import type { App, SignedIn } from '../app.ts';
import { readReviewState } from './read-review-state.ts';

/** One step of a review's path in the reader's words. */
export interface ShownStep {
  name: PathStepFacts['name'];
  state: PathStepFacts['state'];
  note: string;
  level?: number;
}

/** Where a review is and since or until when, in the reader's zone, and what would come next. */
export async function readReviewPath(
  app: App,
  person: SignedIn,
  review: ReviewRow,
): Promise<{ path: ShownStep[]; next: NextStep | null }> {
  const { state, meetings, soak } = await readReviewState(app, review);
  const last = (kind: 'review' | 'action') =>
    meetings.filter((meeting) => meeting.kind === kind && meeting.phase !== 'cancelled').at(-1) ?? null;
  const facts = {
    state,
    startedAt: review.created_at,
    publishedAt: review.published_at,
    meeting: last('review'),
    soak,
    session: last('action'),
    doneAt: review.done_at,
    now: app.clock.now(),
  };
  const shown = ({ at, said, ...step }: PathStepFacts) => ({
    ...step,
    note: noteOf(at, said, step.name, person.zone),
  });
  return { path: reviewPath(facts).map(shown), next: nextStep(facts) };
}

function noteOf(at: Date | null, said: PathStepFacts['said'], name: string, zone: string): string {
  if (!at) return said;
  const options: Intl.DateTimeFormatOptions =
    name === 'Analyse'
      ? { day: 'numeric', month: 'short' }
      : { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at);
  return said === 'on' ? words : `${said} ${words}`;
}
