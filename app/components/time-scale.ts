import { timeOf } from './clock-words.ts';

const MINUTE_MS = 60_000;
/** Steps people read easily, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080];
const MOST_TICKS = 6;

export interface Scale {
  start: number;
  end: number;
  /** Place of an instant between 0 and 1. */
  at(instant: number): number;
  ticks: { at: number; words: string }[];
}

/** One scale for a handful of instants: whole steps, at most seven ticks, both ends on a tick. */
export function timeScale(instants: readonly number[], zone: string): Scale | null {
  if (instants.length === 0) return null;
  const first = Math.min(...instants);
  const last = Math.max(...instants, first + MINUTE_MS);
  const step =
    (STEPS.find((minutes) => (last - first) / (minutes * MINUTE_MS) <= MOST_TICKS) ?? 10_080) * MINUTE_MS;
  const start = Math.floor(first / step) * step;
  const end = Math.ceil(last / step) * step;
  const at = (instant: number) => (instant - start) / (end - start);
  const ticks = [];
  for (let tick = start; tick <= end; tick += step) ticks.push({ at: at(tick), words: timeOf(tick, zone) });
  return { start, end, at, ticks };
}
