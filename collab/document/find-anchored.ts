import { findWords, nearest } from '#collab/document/find-words.ts';
import type { PlaceText } from '#collab/document/place-text.ts';
import {
  blockAt,
  type FlatRange,
  resolveAnchor,
  type WordAnchor,
  wordsIn,
} from '#collab/document/word-anchor.ts';
import type { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { bareWords, isSameWords, isStillThoseWords } from '#domain/comments/same-words.ts';

/** What is known of the words a thread is about. */
export interface AnchoredWords {
  /** Newest first; older ones find their words again after an undo, on the page that undid. */
  anchors: readonly WordAnchor[];
  /** The block its first word stood in. */
  block: string;
  /** As they last read, and as they read when the thread began. */
  words: string;
  quote: string;
}

export interface FoundWords {
  text: PlaceText;
  range: FlatRange;
  /** An anchor still holds them; otherwise they were looked for. */
  held: boolean;
}

/**
 * K5: where a thread's words stand now. An anchor that holds those words; else the words themselves, in its block, in its place,
 * in the review; else what an anchor still holds of them. Null only when they are nowhere in the write-up.
 * @param within looks for lost words in this place alone
 */
export function findAnchored(
  places: WriteUpPlaces,
  thread: AnchoredWords,
  within?: string,
): FoundWords | null {
  const held = thread.anchors.flatMap((anchor) => heldBy(places, anchor) ?? []);
  const exactly = held.find((one) => reads(one, thread, isSameWords));
  if (exactly) return exactly;
  return (
    wholeAround(held[0], thread) ??
    held.find((one) => reads(one, thread, isStillThoseWords)) ??
    lookedFor(places, thread, within) ??
    held[0] ??
    null
  );
}

function heldBy(places: WriteUpPlaces, anchor: WordAnchor): FoundWords | null {
  if (places.partOf(anchor.place) === undefined) return null;
  const text = places.text(anchor.place);
  const range = resolveAnchor(places.doc, text, anchor);
  return range && range !== 'unknown' ? { text, range, held: true } : null;
}

const reads = (
  { text, range }: FoundWords,
  { words, quote }: AnchoredWords,
  like: (now: string, before: string) => boolean,
) => like(wordsIn(text, range), words) || like(wordsIn(text, range), quote);

/** A block split by somebody who sent no anchors leaves the anchor with a part of its words: the rest stands right beside it. */
function wholeAround(part: FoundWords | undefined, { words }: AnchoredWords): FoundWords | null {
  if (!part) return null;
  const { text, range } = part;
  const whole = findWords(text, words).find((one) => one.from <= range.from && one.to >= range.to);
  return whole ? { text, range: whole, held: false } : null;
}

/** In its block, else in its place, else in the review: the first place that has the words. */
function lookedFor(places: WriteUpPlaces, thread: AnchoredWords, within?: string): FoundWords | null {
  for (const words of new Set([thread.words, thread.quote])) {
    const found = searched(places, thread, within).flatMap((place) => {
      const text = places.text(place);
      return findWords(text, words).map((range) => ({ text, range, held: false }));
    });
    const inBlock = found.filter(({ text, range }) => isIn(text, range, thread.block));
    const choice = inBlock.length > 0 ? inBlock : saysEnough(words) || found.length === 1 ? found : [];
    const text = choice[0]?.text;
    const here = choice.filter((one) => one.text === text).map((one) => one.range);
    const range = nearest(here, blockStart(text, thread.block));
    if (text && range) return { text, range, held: false };
  }
  return null;
}

/** Its own place first, then the others as they are read. */
function searched(places: WriteUpPlaces, { anchors }: AnchoredWords, within?: string): string[] {
  if (within !== undefined) return [within];
  const home = anchors[0]?.place ?? '';
  const others = places.present.map(({ place }) => place).filter((place) => place !== home);
  return places.partOf(home) === undefined ? others : [home, ...others];
}

const isIn = (text: PlaceText, { from }: FlatRange, block: string) =>
  block !== '' && blockAt(text, from) === block;

const blockStart = (text: PlaceText | undefined, block: string) =>
  text?.pieces.find((piece) => piece.block === block)?.from ?? 0;

/** "the" stands everywhere: outside of its block so few letters are those words only where they stand once. */
const saysEnough = (words: string) => bareWords(words).length >= ENOUGH_LETTERS;
const ENOUGH_LETTERS = 8;
