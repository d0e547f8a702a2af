/** From the fifth wrong password on each further one doubles the wait, up to a minute. */
const FREE_FAILURES = 5;
const WAIT_MAX_MS = 60_000;
const FORGET_AFTER_MS = 15 * 60_000;
const PAIRS_MAX = 20_000;

interface Failures {
  count: number;
  lastMs: number;
}

/**
 * Slows guessing. Counts failures alone, and for the pair of account and address alone: nobody can lock somebody else out
 * before a meeting. Kept in memory, as many pairs as fit; the oldest go first.
 */
export class SignInLimits {
  readonly #failures = new Map<string, Failures>();

  /** How long this pair has to wait before it is judged again, in milliseconds; 0: not at all. */
  waitMs(account: string, address: string, nowMs: number): number {
    const failures = this.#recent(key(account, address), nowMs);
    if (!failures || failures.count < FREE_FAILURES) return 0;
    const wait = Math.min(WAIT_MAX_MS, 1_000 * 2 ** (failures.count - FREE_FAILURES));
    // a clock set back meanwhile makes nobody wait for longer than this
    return Math.min(wait, Math.max(0, failures.lastMs + wait - nowMs));
  }

  failed(account: string, address: string, nowMs: number): void {
    const pair = key(account, address);
    const count = (this.#recent(pair, nowMs)?.count ?? 0) + 1;
    this.#failures.delete(pair);
    this.#failures.set(pair, { count, lastMs: nowMs });
    if (this.#failures.size > PAIRS_MAX) this.#forgetOldest();
  }

  succeeded(account: string, address: string): void {
    this.#failures.delete(key(account, address));
  }

  #recent(pair: string, nowMs: number): Failures | null {
    const failures = this.#failures.get(pair);
    return failures && nowMs - failures.lastMs < FORGET_AFTER_MS ? failures : null;
  }

  #forgetOldest(): void {
    const oldest = this.#failures.keys().next();
    if (!oldest.done) this.#failures.delete(oldest.value);
  }
}

const key = (account: string, address: string) => `${account}\n${address}`;
