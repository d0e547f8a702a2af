/** Where a review stands on its path: analyse → calibrate → meet → soak → act → done. Shown, never enforced. */
export const REVIEW_STATES = ['analysing', 'calibrating', 'meeting', 'soaking', 'acting', 'done'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface ReviewFacts {
  publishedAt: Date | null;
  meetings: readonly {
    kind: 'review' | 'action';
    phase: 'planned' | 'lobby' | 'live' | 'paused' | 'ended' | 'cancelled';
  }[];
  /** `heldFor`: the further review meeting the soak waits for (S1). */
  soak: { endsAt: Date; heldFor: string | null; openedEarlyAt?: Date | null } | null;
  doneAt: Date | null;
  now: Date;
}

const STARTED = ['live', 'paused', 'ended'];
const IN_THE_ROOM = ['lobby', 'live', 'paused'];

/** The furthest step the facts speak of. A draft whose meeting is planned is being checked with those who were there: calibrating. */
export const reviewState = (facts: ReviewFacts): ReviewState => {
  if (facts.doneAt !== null) return 'done';
  const phases = (kind: 'review' | 'action') =>
    facts.meetings.filter((meeting) => meeting.kind === kind).map((meeting) => meeting.phase);
  if (phases('action').some((phase) => STARTED.includes(phase))) return 'acting';
  if (phases('review').some((phase) => IN_THE_ROOM.includes(phase))) return 'meeting';
  if (facts.soak !== null) return isSoaking(facts.soak, facts.now) ? 'soaking' : 'acting';
  if (facts.publishedAt !== null) return 'meeting';
  return phases('review').includes('planned') ? 'calibrating' : 'analysing';
};

const isSoaking = (soak: NonNullable<ReviewFacts['soak']>, now: Date): boolean =>
  soak.heldFor !== null || (now < soak.endsAt && !soak.openedEarlyAt);
