import type { Clock } from '../app.ts';

/** A clock ahead of the real one by an offset that only grows; the example history is made with it standing in the past. */
export interface DemoClock extends Clock {
  /** Stands still at an instant until `run` is called. Only while the examples are made. */
  standAt(instant: Date): void;
  run(): void;
  /** Moves on to an instant and keeps the offset first, so that no restart can go back. An earlier instant changes nothing. */
  moveTo(instant: Date): Promise<void>;
}

export function demoClock(
  real: Clock,
  startOffsetMs: number,
  keep: (offsetMs: number) => Promise<void>,
): DemoClock {
  let offsetMs = startOffsetMs;
  let standing: Date | null = null;
  return {
    now: () => standing ?? new Date(real.now().getTime() + offsetMs),
    standAt(instant) {
      standing = instant;
    },
    run() {
      standing = null;
    },
    async moveTo(instant) {
      const wanted = instant.getTime() - real.now().getTime();
      if (wanted <= offsetMs) return;
      await keep(wanted);
      offsetMs = Math.max(offsetMs, wanted);
    },
  };
}
