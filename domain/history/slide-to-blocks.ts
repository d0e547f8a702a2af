import type { PlaceToken } from './assemble-blocks.ts';
import type { Step } from './diff-tokens.ts';

type Told = Step<PlaceToken<unknown>>;

/**
 * A paragraph put in between two that end alike can be told in several ways: "one. + two." or "one + . two" are as short.
 * Moves each run of one kind so that it begins where a block begins, where it can.
 */
export function slideToBlocks<Origin>(
  steps: readonly Step<PlaceToken<Origin>>[],
): Step<PlaceToken<Origin>>[] {
  const told = [...steps];
  for (let from = 0; from < told.length; ) {
    const op = told[from]?.op;
    let to = from;
    while (told[to]?.op === op) to++;
    if (op !== 'same') slideRun(told, from, to);
    from = to;
  }
  return told;
}

/** Tries places behind, then before; leaves the run alone where none begins a block. */
function slideRun(steps: Told[], from: number, to: number): void {
  if (begins(steps[from])) return;
  for (let by = 1; by < to - from && isAlike(steps[from + by - 1], steps[to + by - 1]); by++)
    if (begins(steps[from + by])) {
      for (let at = 0; at < by; at++) exchange(steps, from + at, to + at);
      return;
    }
  for (let by = 1; by < to - from && isAlike(steps[to - by], steps[from - by]); by++)
    if (begins(steps[to - by])) {
      for (let at = 1; at <= by; at++) exchange(steps, to - at, from - at);
      return;
    }
}

const begins = (step: Told | undefined): boolean => step !== undefined && tokenOf(step).type === 'block';

const isAlike = (run: Told | undefined, same: Told | undefined): boolean =>
  run !== undefined && same?.op === 'same' && tokenOf(run).key === same.in.key;

const tokenOf = (step: Told) => (step.op === 'out' ? step.out : step.in);

/** The run's step becomes the one both have, and the one both had becomes the run's. */
function exchange(steps: Told[], run: number, same: number): void {
  const [changed, kept] = [steps[run], steps[same]];
  if (!changed || kept?.op !== 'same') return;
  if (changed.op === 'in') {
    steps[run] = { op: 'same', out: kept.out, in: changed.in };
    steps[same] = { op: 'in', in: kept.in };
  } else if (changed.op === 'out') {
    steps[run] = { op: 'same', out: changed.out, in: kept.in };
    steps[same] = { op: 'out', out: kept.out };
  }
}
