import { DAY, HOUR, MINUTE } from '../soak/wall-clock.ts';

/** How a mail server answered what it did not take. */
export type MailFailure =
  /** it said so for good */
  | 'refused'
  /** it asked for another time, as greylisting does */
  | 'later'
  /** nobody answered, or not in time */
  | 'unreachable';

/** Greylisting opens within minutes; what lasts longer is somebody's night or weekend. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR, 16 * HOUR, DAY];

/**
 * N4: when a letter is tried again; null: never, and whoever invited reads why. At most eight times and within three days, and a
 * letter that invites to what has begun is of no use any more.
 * @param tries how often it has been tried by now, this failure counted
 */
export function nextTry(
  failure: MailFailure,
  { tries, queuedAt, until, now }: { tries: number; queuedAt: Date; until: Date | null; now: Date },
): Date | null {
  const pause = PAUSES[tries - 1];
  if (failure === 'refused' || pause === undefined) return null;
  const next = new Date(now.getTime() + pause);
  const tooOld = next.getTime() - queuedAt.getTime() > 3 * DAY;
  return tooOld || (until !== null && next >= until) ? null : next;
}

/** While nobody answers, everything waits: half a minute, then longer, never more than ten. */
export const pauseAfter = (failures: number): number => Math.min(10 * MINUTE, 30_000 * 2 ** (failures - 1));
