import { DAY, HOUR, MINUTE } from '../soak/wall-clock.ts';

const SECOND = 1_000;

/** T3, T4: how long, how often. Handed in, so that tests need not wait. */
export interface Durations {
  /** For how long something whose answer was lost is looked for. */
  lookForLost: number;
  /** Between looks for it. */
  betweenLooks: number;
  /** For how long something the tracker never had is tried. */
  keepTrying: number;
  /** Between looks at what is open, and at what is closed. */
  open: number;
  closed: number;
  /** How long what is closed is still looked at. */
  forgetClosed: number;
}

export const DURATIONS: Durations = {
  lookForLost: 10 * MINUTE,
  betweenLooks: 20 * SECOND,
  keepTrying: 3 * DAY,
  open: 10 * MINUTE,
  closed: 6 * HOUR,
  forgetClosed: 30 * DAY,
};

const LONGEST_PAUSE = 30 * MINUTE;
const SHORTEST_PAUSE = 15 * SECOND;

/** Until when a tracker that did not answer, or asked for it, is left alone. What it asks for is kept to, a day at most. */
export function leftAloneUntil(failures: number, now: Date, asked: Date | null): Date {
  const pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** Math.min(Math.max(failures - 1, 0), 12));
  const own = now.getTime() + pause;
  if (asked === null) return new Date(own);
  return new Date(Math.min(Math.max(asked.getTime(), now.getTime() + SECOND), now.getTime() + DAY));
}

/** When an item's state is asked for next; null: not any more. */
export function nextLook(
  { work, workAt }: { work: 'open' | 'done' | 'dropped' | null; workAt: Date | null },
  now: Date,
  { open, closed, forgetClosed }: Durations,
): Date | null {
  if (work === null || work === 'open') return new Date(now.getTime() + open);
  if (workAt !== null && now.getTime() - workAt.getTime() > forgetClosed) return null;
  return new Date(now.getTime() + closed);
}

/** When something whose answer was lost is looked for next; null: it has been looked for long enough, and a person decides. */
export function nextLookForLost(
  lostSince: Date,
  now: Date,
  { lookForLost, betweenLooks }: Durations,
): Date | null {
  const end = lostSince.getTime() + lookForLost;
  if (now.getTime() >= end) return null;
  return new Date(Math.min(now.getTime() + betweenLooks, end));
}
