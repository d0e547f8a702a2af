import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import { MeetingSlot } from './meeting-slot.tsx';

const waysOf = (phase: MeetingPhase, mayPlan = true) =>
  rendered(
    <MeetingSlot
      meeting={{
        id: 'm',
        kind: 'review',
        phase,
        title: 'The walk',
        startsAt: '2026-11-20T10:00:00Z',
        endedAt: null,
        minutes: 60,
      }}
      now="2026-11-18T10:00:00Z"
      mayPlan={mayPlan}
    />,
    { at: '/reviews/r/meeting', review: { id: 'r' } },
  ).links.filter((to) => to?.startsWith('/reviews/'));

const invitations = '/reviews/r/meeting/m/invitations';

test('[N5] who plans comes to the letters of a cancelled meeting too: whether all were told that it is', () => {
  expect(waysOf('planned')).toEqual(['/reviews/r/meeting/m/plan', invitations]);
  expect(waysOf('cancelled')).toEqual([invitations]);
  expect(waysOf('cancelled', false)).toEqual([]);
  expect(waysOf('ended')).toEqual([]);
});
