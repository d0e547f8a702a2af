/** M9: either it ends at an instant of the server's clock, or it is paused with so much left. Below zero is overtime. */
export type Timer = { state: 'running'; endsAt: Date } | { state: 'paused'; remainingMs: number };

export const MINUTE_MS = 60_000;
/** Longest a timer may be set to or run over, so that no arithmetic leaves the calendar. */
const LIMIT_MS = 24 * 60 * MINUTE_MS;

export const remainingMs = (timer: Timer, now: Date): number =>
  timer.state === 'running' ? timer.endsAt.getTime() - now.getTime() : timer.remainingMs;

export const runTimer = (timer: Timer, now: Date): Timer =>
  timer.state === 'running'
    ? timer
    : { state: 'running', endsAt: new Date(now.getTime() + timer.remainingMs) };

export const pauseTimer = (timer: Timer, now: Date): Timer =>
  timer.state === 'paused' ? timer : { state: 'paused', remainingMs: remainingMs(timer, now) };

/** Adds or takes time; running stays running, paused stays paused. */
export const addToTimer = (timer: Timer, ms: number, now: Date): Timer => {
  const left = Math.max(-LIMIT_MS, Math.min(LIMIT_MS, remainingMs(timer, now) + ms));
  return timer.state === 'running'
    ? { state: 'running', endsAt: new Date(now.getTime() + left) }
    : { state: 'paused', remainingMs: left };
};
