import { bareWords } from '#domain/comments/same-words.ts';
import type { PlaceText } from './place-text.ts';
import type { FlatRange } from './word-anchor.ts';

/**
 * Every stretch of a place that reads like these words, white space aside: a quotation is found again wherever it was split,
 * joined or moved to.
 */
export function findWords(text: PlaceText, words: string): FlatRange[] {
  const sought = bareWords(words);
  if (sought === '') return [];
  const { bare, places } = bareOf(text);
  const ranges: FlatRange[] = [];
  for (let at = bare.indexOf(sought); at !== -1; at = bare.indexOf(sought, at + 1))
    ranges.push({ from: places[at] ?? 0, to: (places[at + sought.length - 1] ?? 0) + 1 });
  return ranges;
}

interface Bare {
  /** The words without white space. */
  bare: string;
  /** Where each sign of them stands. */
  places: Uint32Array;
}

const read = new WeakMap<PlaceText, Bare>();

/** Worked out once for a place as it was read, however many threads look for their words in it. */
function bareOf(text: PlaceText): Bare {
  const known = read.get(text);
  if (known) return known;
  const { flat } = text;
  const places = new Uint32Array(flat.length);
  let signs = 0;
  for (let at = 0; at < flat.length; at++) if (!/\s/.test(flat.charAt(at))) places[signs++] = at;
  const bare = { bare: bareWords(flat), places };
  read.set(text, bare);
  return bare;
}

/** The one that begins nearest to `offset`. */
export const nearest = (ranges: readonly FlatRange[], offset: number): FlatRange | null =>
  ranges.reduce<FlatRange | null>(
    (best, range) => (best && Math.abs(best.from - offset) <= Math.abs(range.from - offset) ? best : range),
    null,
  );
