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
const KEPT_TRYING = 3 * DAY;

export interface TriedLetter {
  queuedAt: Date;
  /** From then on it is of no use, as an invitation is once the meeting has begun; null: it always is. */
  until: Date | null;
}

/**
 * N4: when a letter is tried again; null: never, and whoever invited reads why. For three days at most, one the server puts off
 * eight times at most.
 * @param tries how often the server has put it off by now, this time counted
 * @param outage how often in a row nobody has answered
 */
export function nextTry(
  failure: MailFailure,
  letter: TriedLetter,
  { tries, outage, now }: { tries: number; outage: number; now: Date },
): Date | null {
  if (failure === 'refused') return null;
  const pause = failure === 'unreachable' ? pauseAfter(outage) : PAUSES[tries - 1];
  if (pause === undefined) return null;
  const next = new Date(now.getTime() + pause);
  return isOfUse(letter, next) ? next : null;
}

/** N4: a letter is worth sending at this time. */
export const isOfUse = ({ queuedAt, until }: TriedLetter, at: Date): boolean =>
  at.getTime() - queuedAt.getTime() <= KEPT_TRYING && (until === null || at < until);

/** While nobody answers, everything waits: half a minute, then longer, never more than ten. */
const pauseAfter = (failures: number): number => Math.min(10 * MINUTE, 30_000 * 2 ** (failures - 1));
