import { bareWords } from '#domain/comments/same-words.ts';
import type { PlaceText } from './place-text.ts';
import type { FlatRange } from './word-anchor.ts';

/**
 * Every stretch of a place that reads like these words, white space aside: a quotation is found again wherever it was split,
 * joined or moved to.
 */
export function findWords({ flat }: PlaceText, words: string): FlatRange[] {
  const sought = bareWords(words);
  if (sought === '') return [];
  const places: number[] = [];
  let bare = '';
  for (let at = 0; at < flat.length; at++) {
    const sign = flat.charAt(at);
    if (/\s/.test(sign)) continue;
    places.push(at);
    bare += sign;
  }
  const ranges: FlatRange[] = [];
  for (let at = bare.indexOf(sought); at !== -1; at = bare.indexOf(sought, at + 1))
    ranges.push({ from: places[at] ?? 0, to: (places[at + sought.length - 1] ?? 0) + 1 });
  return ranges;
}

/** The one that begins nearest to `offset`. */
export const nearest = (ranges: readonly FlatRange[], offset: number): FlatRange | null =>
  ranges.reduce<FlatRange | null>(
    (best, range) => (best && Math.abs(best.from - offset) <= Math.abs(range.from - offset) ? best : range),
    null,
  );
