import type { WordsSegment } from '#domain/comments/thread.ts';
import type { Inline } from '#domain/write-up.ts';

/** A stretch of a block's words that threads are about. */
export interface MarkedStretch extends Omit<WordsSegment, 'key'> {
  thread: string;
}

export interface MarkedRun {
  run: Inline;
  /** Threads about these words, in one order; empty for most. */
  threads: readonly string[];
}

/** A block's runs, cut wherever commented words begin or end. */
export function markRuns(runs: readonly Inline[], stretches: readonly MarkedStretch[]): MarkedRun[] {
  if (stretches.length === 0) return runs.map((run) => ({ run, threads: [] }));
  const cuts = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort(
    (one, other) => one - other,
  );
  let at = 0;
  return runs.flatMap((run) => {
    const from = at;
    at += run.text.length;
    const edges = [from, ...cuts.filter((cut) => cut > from && cut < at), at];
    return edges.slice(0, -1).map((start, place) => {
      const end = edges[place + 1] ?? at;
      const text = run.text.slice(start - from, end - from);
      const over = stretches.filter((one) => one.from <= start && one.to >= end);
      return { run: { ...run, text }, threads: [...new Set(over.map(({ thread }) => thread))] };
    });
  });
}
