/** Instants laid along a width; long silences take less room than their time and are named instead. */
export interface TimeScale {
  /** Pixels for an instant in milliseconds. */
  at(instant: number): number;
  silences: { from: number; to: number }[];
  ticks: { at: number; x: number }[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 10_080, 43_200, 525_600].map(
  (minutes) => minutes * MINUTE,
);
const TICK_APART = 84;
const MOST_TICKS = 400;
/** A gap longer than this part of the whole is a silence, and is drawn as if it were this long. */
const SILENT_PART = 1 / 8;
const SHORTEST_SILENCE = 20 * MINUTE;

export function timeScale(instants: readonly number[], width: number): TimeScale {
  const sorted = [...new Set(instants)].sort((one, other) => one - other);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const longest = Math.max((last - first) * SILENT_PART, SHORTEST_SILENCE);
  const knots = knotsOf(sorted, longest);
  const drawn = knots.at(-1)?.drawn ?? 0;
  const at = (instant: number) => (drawn === 0 ? width / 2 : (drawnAt(knots, instant) / drawn) * width);
  return { at, silences: silencesOf(sorted, longest), ticks: ticksOf(first, last, drawn, width, at) };
}

interface Knot {
  at: number;
  /** Milliseconds from the beginning with silences shortened. */
  drawn: number;
}

function knotsOf(sorted: readonly number[], longest: number): Knot[] {
  let drawn = 0;
  return sorted.map((at, place) => {
    const before = sorted[place - 1];
    if (before !== undefined) drawn += Math.min(at - before, longest);
    return { at, drawn };
  });
}

function drawnAt(knots: readonly Knot[], instant: number): number {
  const next = knots.findIndex((knot) => knot.at >= instant);
  if (next === -1) return knots.at(-1)?.drawn ?? 0;
  const after = knots[next];
  const before = knots[next - 1];
  if (!after || !before) return 0;
  const part = (instant - before.at) / (after.at - before.at);
  return before.drawn + part * (after.drawn - before.drawn);
}

const silencesOf = (sorted: readonly number[], longest: number): { from: number; to: number }[] =>
  sorted.flatMap((to, place) => {
    const from = sorted[place - 1];
    return from !== undefined && to - from > longest ? [{ from, to }] : [];
  });

function ticksOf(first: number, last: number, drawn: number, width: number, at: (instant: number) => number) {
  const perPixel = drawn / width;
  const step =
    STEPS.find((one) => one >= perPixel * TICK_APART && (last - first) / one <= MOST_TICKS) ??
    STEPS.at(-1) ??
    HOUR;
  const ticks: { at: number; x: number }[] = [];
  for (let instant = Math.ceil(first / step) * step; instant <= last; instant += step) {
    const x = at(instant);
    if (x - (ticks.at(-1)?.x ?? -TICK_APART) >= TICK_APART) ticks.push({ at: instant, x });
  }
  return ticks;
}
