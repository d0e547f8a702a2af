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
export function markRuns(runs: readonly Inline[], commented: readonly MarkedStretch[]): MarkedRun[] {
  if (commented.length === 0) return runs.map((run) => ({ run, threads: [] }));
  const whole = runs.map(({ text }) => text.replaceAll('\0', '\uFFFD')).join('');
  const stretches = commented.flatMap((one) => whereItReads(whole, one));
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

/**
 * Comments follow the write-up as it is written; the page shows it as it was when it was read. Words that stand elsewhere in their
 * block on this page are marked there, the nearest ones; words that are not in it are not marked at all.
 */
function whereItReads(whole: string, stretch: MarkedStretch): MarkedStretch[] {
  const { from, to, words } = stretch;
  if (whole.slice(from, to) === words) return [stretch];
  if (words === '') return [];
  const before = whole.lastIndexOf(words, from);
  const after = whole.indexOf(words, from);
  const isBefore = before >= 0 && (after < 0 || from - before <= after - from);
  const start = isBefore ? before : after;
  return start < 0 ? [] : [{ ...stretch, from: start, to: start + words.length }];
}
