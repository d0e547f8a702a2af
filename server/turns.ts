/** More asked than can wait; what was asked has not been begun. */
export class TooBusy extends Error {
  override name = 'TooBusy';
}

/**
 * Lets a few things run at once and a few more wait their turn. A place is handed on in the event loop's next round: hundreds
 * that are over as soon as they begin (wrong passwords past the limit) would otherwise be answered in one go, and everybody else,
 * whoever writes too, waited a second for it.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #waitingMax: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, waitingMax: number) {
    this.#atOnce = atOnce;
    this.#waitingMax = waitingMax;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) await this.#wait();
    else this.#running++;
    try {
      return await work();
    } finally {
      // whoever waits longest takes over this place; the count stays
      const next = this.#waiting.shift();
      if (next) setImmediate(next);
      else this.#running--;
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#waitingMax) throw new TooBusy('too many are waiting');
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
