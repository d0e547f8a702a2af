import type * as Y from 'yjs';
import { readPlaceText } from './place-text.ts';

const TAKEN = 'words taken out';

/** The words of the block that a text belongs to, and where they begin in their place; null where that text stands in none. */
export function blockWords(doc: Y.Doc, place: string, text: unknown): string | null {
  const { flat, pieces } = readPlaceText(doc, place);
  const piece = pieces.find(({ texts }) => texts.some((one) => one === text));
  return piece ? flat.slice(piece.from, piece.to) : null;
}

/**
 * Takes words out of the one block that holds them, its white space before them too.
 * @param near a text of the block they were read in; another that holds the same words is left alone
 * @returns false where no block holds them any more: then nothing changes
 */
export function takeWords(doc: Y.Doc, place: string, words: string, near?: unknown): boolean {
  const { flat, pieces } = readPlaceText(doc, place);
  const piece = pieces.findLast(
    ({ from, to, texts }) =>
      flat.slice(from, to).includes(words) && (near === undefined || texts.some((text) => text === near)),
  );
  if (!piece || words === '') return false;
  const block = flat.slice(piece.from, piece.to);
  const end = block.lastIndexOf(words) + words.length;
  const begin = block.slice(0, end - words.length).trimEnd().length;
  doc.transact(() => {
    let at = 0;
    for (const text of piece.texts) {
      const from = Math.max(begin - at, 0);
      const to = Math.min(end - at, text.length);
      at += text.length;
      if (from < to) text.delete(from, to - from);
    }
  }, TAKEN);
  return true;
}
