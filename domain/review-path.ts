import type { ReviewState } from './review-state.ts';
import { upToTheMinute } from './soak/soak.ts';

export interface PathFacts {
  state: ReviewState;
  startedAt: Date;
  publishedAt: Date | null;
  /** The review meeting that counts: the last one that is not cancelled. */
  meeting: { startsAt: Date; endedAt: Date | null } | null;
  soak: { startedAt: Date; endsAt: Date; heldFor: string | null } | null;
  session: { startsAt: Date; endedAt: Date | null } | null;
  doneAt: Date | null;
  now: Date;
}

/** One step as it is shown; `at` is when, and `said` what that moment is. */
export interface PathStepFacts {
  name: 'Analyse' | 'Meet' | 'Soak' | 'Act';
  state: 'done' | 'now' | 'ahead';
  at: Date | null;
  said: 'since' | 'on' | 'until' | 'ended' | 'waits for the meeting' | 'not planned' | '';
  /** How far the soak has come, 0 to 1. */
  level?: number;
}

const NOW: Record<ReviewState, PathStepFacts['name'] | null> = {
  analysing: 'Analyse',
  calibrating: 'Analyse',
  meeting: 'Meet',
  soaking: 'Soak',
  acting: 'Act',
  done: null,
};
const ORDER: readonly PathStepFacts['name'][] = ['Analyse', 'Meet', 'Soak', 'Act'];

/** The four steps built so far (calibration is not), each with its state and its date. Shown, never enforced. */
export function reviewPath(facts: PathFacts): PathStepFacts[] {
  const now = NOW[facts.state];
  const at = now === null ? ORDER.length : ORDER.indexOf(now);
  return ORDER.map((name, index): PathStepFacts => {
    const state = index < at ? 'done' : index === at ? 'now' : 'ahead';
    return { name, state, ...datesOf(name, facts) };
  });
}

/** What those who look after a review would do next before it can be met about; null once a meeting is planned or none was wanted. */
export type NextStep = 'publish' | 'plan a meeting';
export const nextStep = ({ publishedAt, meeting, soak, doneAt }: PathFacts): NextStep | null => {
  if (publishedAt === null) return 'publish';
  return meeting === null && soak === null && doneAt === null ? 'plan a meeting' : null;
};

function datesOf(
  name: PathStepFacts['name'],
  facts: PathFacts,
): Pick<PathStepFacts, 'at' | 'said' | 'level'> {
  switch (name) {
    case 'Analyse':
      return { at: facts.startedAt, said: 'since' };
    case 'Meet':
      if (!facts.meeting) return { at: null, said: facts.soak ? '' : 'not planned' };
      return { at: facts.meeting.endedAt ?? facts.meeting.startsAt, said: 'on' };
    case 'Soak':
      return soakDates(facts);
    case 'Act':
      if (facts.doneAt) return { at: facts.doneAt, said: 'ended' };
      return facts.session ? { at: facts.session.startsAt, said: 'on' } : { at: null, said: 'not planned' };
  }
}

function soakDates({ soak, now }: PathFacts): Pick<PathStepFacts, 'at' | 'said' | 'level'> {
  if (!soak) return { at: null, said: '' };
  if (soak.heldFor !== null) return { at: null, said: 'waits for the meeting', level: 0 };
  const whole = soak.endsAt.getTime() - soak.startedAt.getTime();
  const gone = now.getTime() - soak.startedAt.getTime();
  const level = Math.min(1, Math.max(0, gone / whole));
  return { at: upToTheMinute(soak.endsAt), said: level < 1 ? 'until' : 'ended', ...(level < 1 && { level }) };
}
