import type { App, Clock } from '../app.ts';

/** After so many days without use a sign-in is over, and after so many in any case. */
export const IDLE_DAYS = 14;
export const SIGN_IN_DAYS = 90;
const DAY_MS = 86_400_000;

const systemClock: Clock = { now: () => new Date() };

/** Sign-ins and one-time links are judged by the real clock, however far a demo has moved its own. */
export const signInNow = (app: Pick<App, 'signInClock'>): Date => (app.signInClock ?? systemClock).now();

export const daysAfter = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY_MS);

/** When it ends by itself: left unused for too long, or too old. */
export const endOfSignIn = (signIn: { last_used_at: Date; expires_at: Date }): Date => {
  const unused = daysAfter(signIn.last_used_at, IDLE_DAYS);
  return unused < signIn.expires_at ? unused : signIn.expires_at;
};

export const isSignInOver = (signIn: { last_used_at: Date; expires_at: Date }, now: Date): boolean =>
  endOfSignIn(signIn) <= now;
