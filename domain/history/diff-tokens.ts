export interface Keyed {
  /** Two tokens are the same word when their keys are. */
  key: string;
}

/** One step from the earlier to the later: a token kept (as both have it), taken out, or put in. */
export type Step<Earlier, Later = Earlier> =
  | { op: 'same'; out: Earlier; in: Later }
  | { op: 'out'; out: Earlier }
  | { op: 'in'; in: Later };

/** Above this many differences in one gap, reading it as "all taken out, all put in" says more than a search would. */
const MOST_DIFFERENCES = 800;

/**
 * How one list of tokens became another, in few steps. Words that occur once in both are held fast first (patience), so that
 * what moved or was rewritten reads as a person would tell it; between them the shortest way is searched (Myers).
 */
export function diffTokens<Earlier extends Keyed, Later extends Keyed>(
  earlier: readonly Earlier[],
  later: readonly Later[],
): Step<Earlier, Later>[] {
  const steps: Step<Earlier, Later>[] = [];
  let start = 0;
  while (start < earlier.length && earlier[start]?.key === later[start]?.key) start++;
  let [endOut, endIn] = [earlier.length, later.length];
  while (endOut > start && endIn > start && earlier[endOut - 1]?.key === later[endIn - 1]?.key) {
    endOut--;
    endIn--;
  }
  for (let at = 0; at < start; at++) steps.push(same(earlier, later, at, at));
  for (const step of diffMiddle(earlier.slice(start, endOut), later.slice(start, endIn))) steps.push(step);
  for (let at = endOut; at < earlier.length; at++) steps.push(same(earlier, later, at, at - endOut + endIn));
  return steps;
}

function same<E, L>(earlier: readonly E[], later: readonly L[], out: number, at: number): Step<E, L> {
  return { op: 'same', out: earlier[out] as E, in: later[at] as L };
}

function diffMiddle<E extends Keyed, L extends Keyed>(earlier: E[], later: L[]): Step<E, L>[] {
  if (earlier.length === 0 || later.length === 0) return replaced(earlier, later);
  const anchors = anchorsOf(earlier, later);
  if (anchors.length === 0) return shortest(earlier, later);
  const steps: Step<E, L>[] = [];
  let [out, at] = [0, 0];
  for (const [nextOut, nextAt] of anchors) {
    for (const step of diffTokens(earlier.slice(out, nextOut), later.slice(at, nextAt))) steps.push(step);
    steps.push(same(earlier, later, nextOut, nextAt));
    [out, at] = [nextOut + 1, nextAt + 1];
  }
  for (const step of diffTokens(earlier.slice(out), later.slice(at))) steps.push(step);
  return steps;
}

const replaced = <E, L>(earlier: readonly E[], later: readonly L[]): Step<E, L>[] => [
  ...earlier.map((out) => ({ op: 'out' as const, out })),
  ...later.map((token) => ({ op: 'in' as const, in: token })),
];

/** Places of tokens that occur once on either side, as many as stand in the same order in both. */
function anchorsOf(earlier: readonly Keyed[], later: readonly Keyed[]): [number, number][] {
  const [once, onceLater] = [placesOfUnique(earlier), placesOfUnique(later)];
  const pairs: [number, number][] = [];
  for (const [key, out] of once) {
    const at = onceLater.get(key);
    if (at !== undefined) pairs.push([out, at]);
  }
  return longestRising(pairs.sort(([one], [other]) => one - other));
}

function placesOfUnique(tokens: readonly Keyed[]): Map<string, number> {
  const places = new Map<string, number>();
  const seen = new Set<string>();
  for (const [at, { key }] of tokens.entries()) {
    if (seen.has(key)) places.delete(key);
    else places.set(key, at);
    seen.add(key);
  }
  return places;
}

/** The longest run of pairs whose second halves rise too (patience sorting). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tops[low - 1] as number) : -1;
    tops[low] = at;
  }
  const rising: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.push(pairs[at] as [number, number]);
  return rising.reverse();
}

/** Myers' shortest edit script; everything replaced where it would be longer than anybody reads. */
function shortest<E extends Keyed, L extends Keyed>(earlier: E[], later: L[]): Step<E, L>[] {
  const trace = search(earlier, later);
  return trace ? walkBack(earlier, later, trace) : replaced(earlier, later);
}

/** For each number of differences, how far each diagonal has come; null when it takes too many. */
function search(earlier: readonly Keyed[], later: readonly Keyed[]): Int32Array[] | null {
  const most = Math.min(earlier.length + later.length, MOST_DIFFERENCES);
  const middle = most + 1;
  const reached = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences++) {
    trace.push(reached.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const isDown = goesDown(reached, middle, diagonal, differences);
      let out = isDown ? at(reached, middle + diagonal + 1) : at(reached, middle + diagonal - 1) + 1;
      while (
        out < earlier.length &&
        out - diagonal < later.length &&
        earlier[out]?.key === later[out - diagonal]?.key
      )
        out++;
      reached[middle + diagonal] = out;
      if (out >= earlier.length && out - diagonal >= later.length) return trace;
    }
  }
  return null;
}

function walkBack<E extends Keyed, L extends Keyed>(
  earlier: readonly E[],
  later: readonly L[],
  trace: readonly Int32Array[],
): Step<E, L>[] {
  const steps: Step<E, L>[] = [];
  let [out, place] = [earlier.length, later.length];
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const reached = trace[differences] as Int32Array;
    const middle = differences + 1;
    const diagonal = out - place;
    const isDown = goesDown(reached, middle, diagonal, differences);
    const from = isDown ? diagonal + 1 : diagonal - 1;
    const fromOut = differences === 0 ? 0 : at(reached, middle + from);
    const fromPlace = differences === 0 ? 0 : fromOut - from;
    while (out > fromOut && place > fromPlace) steps.push(same(earlier, later, --out, --place));
    if (differences === 0) break;
    if (isDown) steps.push({ op: 'in', in: later[--place] as L });
    else steps.push({ op: 'out', out: earlier[--out] as E });
  }
  return steps.reverse();
}

const goesDown = (reached: Int32Array, middle: number, diagonal: number, differences: number): boolean =>
  diagonal === -differences ||
  (diagonal !== differences && at(reached, middle + diagonal - 1) < at(reached, middle + diagonal + 1));

const at = (reached: Int32Array, place: number): number => reached[place] ?? 0;
