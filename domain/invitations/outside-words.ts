import type { MeetingKind } from '../meeting/meeting.ts';

/** N6: what a meeting of a private review is called outside Soak. */
export const OUTSIDE_WORDS: Record<MeetingKind, string> = {
  review: 'Review meeting',
  action: 'Action session',
};
