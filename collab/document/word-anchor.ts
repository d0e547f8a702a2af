import * as Y from 'yjs';
import type { PlaceText, TextPiece } from '#collab/document/place-text.ts';

/** Two relative positions around words: the first holds on to its first character, the second to its last. */
export interface WordAnchor {
  place: string;
  start: unknown;
  end: unknown;
}

export interface FlatRange {
  from: number;
  to: number;
}

/** Anchors a stretch of a place's words. Null where it holds no character. */
export function anchorWords(text: PlaceText, range: FlatRange): WordAnchor | null {
  const { from, to } = trimmed(text, range);
  const start = from < to ? positionAt(text, from, 0) : null;
  const end = from < to ? positionAt(text, to - 1, -1) : null;
  return start && end ? { place: text.place, start, end } : null;
}

/**
 * Where an anchor stands now. `null`: its words are not there any more; `'unknown'`: it names characters this copy of the
 * document has not received yet.
 */
export function resolveAnchor(doc: Y.Doc, text: PlaceText, anchor: WordAnchor): FlatRange | 'unknown' | null {
  const from = offsetOf(doc, text, anchor.start);
  const to = offsetOf(doc, text, anchor.end);
  if (from === 'unknown' || to === 'unknown') return 'unknown';
  return from !== null && to !== null && from < to ? trimmed(text, { from, to }) : null;
}

/** The words of a stretch: what stands between two blocks is a line break. */
export const wordsIn = ({ flat }: PlaceText, { from, to }: FlatRange): string => flat.slice(from, to);

/** Id of the block in which a stretch begins. */
export const blockAt = ({ pieces }: PlaceText, offset: number): string =>
  pieces.find((piece) => offset >= piece.from && offset < piece.to)?.block ?? '';

/** White space and block ends at either end are no part of the words. */
function trimmed({ flat }: PlaceText, { from, to }: FlatRange): FlatRange {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(flat.charAt(start))) start += 1;
  while (end > start && /\s/.test(flat.charAt(end - 1))) end -= 1;
  return { from: start, to: end };
}

/** A position on the character at `offset`: before it (0) or behind it (−1). */
function positionAt({ pieces }: PlaceText, offset: number, assoc: 0 | -1): unknown {
  const piece = pieces.find((one) => offset >= one.from && offset < one.to);
  if (!piece) return null;
  let within = offset - piece.from;
  for (const text of piece.texts) {
    if (within < text.length)
      return Y.relativePositionToJSON(
        Y.createRelativePositionFromTypeIndex(text, assoc === 0 ? within : within + 1, assoc),
      );
    within -= text.length;
  }
  return null;
}

function offsetOf(doc: Y.Doc, { pieces }: PlaceText, position: unknown): number | 'unknown' | null {
  const item = itemOf(position);
  if (item === null) return null;
  if (Y.getState(doc.store, item.client) <= item.clock) return 'unknown';
  const absolute = absoluteOf(doc, position);
  return absolute && offsetWithin(pieces, absolute.type, absolute.index);
}

/** The character a position holds on to; one that holds on to none was not made by `anchorWords`. */
function itemOf(position: unknown): { client: number; clock: number } | null {
  const item = has(position, 'item') ? position.item : null;
  if (!has(item, 'client') || !has(item, 'clock')) return null;
  const { client, clock } = item;
  return isCount(client) && isCount(clock) ? { client, clock } : null;
}

const has = <Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> =>
  typeof value === 'object' && value !== null && key in value;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** What a client sends may name an item in the middle of something that is no text at all. */
function absoluteOf(doc: Y.Doc, position: unknown) {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc);
  } catch {
    return null;
  }
}

function offsetWithin(pieces: readonly TextPiece[], type: unknown, index: number): number | null {
  for (const piece of pieces) {
    let at = piece.from;
    for (const text of piece.texts) {
      if (text === type) return at + index;
      at += text.length;
    }
  }
  return null;
}
