import * as Y from 'yjs';
import { ELEMENT } from '#collab/document/block-elements.ts';
import type { WordsSegment } from '#domain/comments/thread.ts';

/** The words of one text block inside a place. */
export interface TextPiece {
  /** The block's id; in a table `<table>/<row>/<column>`. */
  key: string;
  /** Where this piece begins within the words of its key: a cell may hold several lines. */
  base: number;
  /** Id of the top-level block it belongs to. */
  block: string;
  texts: readonly Y.XmlText[];
  /** Offsets in the place's flat words. */
  from: number;
  to: number;
}

/** A place's words as one text, a line for each block, and where in it each block stands. */
export interface PlaceText {
  place: string;
  flat: string;
  pieces: readonly TextPiece[];
}

type Found = Omit<TextPiece, 'from' | 'to'> & { words: string };

/** Reads a fragment without changing it. Blocks come in the order in which the editor has its text blocks. */
export function readPlaceText(doc: Y.Doc, place: string): PlaceText {
  if (!doc.share.has(place)) return { place, flat: '', pieces: [] };
  const pieces: TextPiece[] = [];
  let flat = '';
  for (const { words, ...piece } of found(doc.getXmlFragment(place))) {
    if (pieces.length > 0) flat += '\n';
    pieces.push({ ...piece, from: flat.length, to: flat.length + words.length });
    flat += words;
  }
  return { place, flat, pieces };
}

function found(fragment: Y.XmlFragment): Found[] {
  return fragment.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    const block = idOf(child);
    if (child.nodeName === ELEMENT.text) return [piece(child, { key: block, base: 0, block })];
    return child.nodeName === ELEMENT.table ? cells(child, block) : [];
  });
}

const cells = (table: Y.XmlElement, block: string): Found[] =>
  elements(table).flatMap((row, at) =>
    elements(row).flatMap((cell, column) => {
      let base = 0;
      return elements(cell).map((line) => {
        const one = piece(line, { key: `${block}/${at}/${column}`, base, block });
        base += one.words.length + 1;
        return one;
      });
    }),
  );

function piece(element: Y.XmlElement, where: Pick<Found, 'key' | 'base' | 'block'>): Found {
  const texts = element.toArray().filter((child): child is Y.XmlText => child instanceof Y.XmlText);
  return { ...where, texts, words: texts.map(plainWords).join('') };
}

/** Yjs writes a text of its XML kind with tags; its plain kind writes the words alone. */
const plainWords = (text: Y.XmlText): string => Y.Text.prototype.toString.call(text);

const elements = (node: Y.XmlElement): Y.XmlElement[] =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

const idOf = (element: Y.XmlElement): string => {
  const id: unknown = element.getAttribute('id');
  return typeof id === 'string' ? id : '';
};

/** NUL, as only a program writes it, reaches no page; as many characters as before. */
const shownWords = (words: string): string => words.replaceAll('\0', '\uFFFD');

/** A stretch of the flat words, cut at the blocks it runs through. */
export const segmentsOf = ({ flat, pieces }: PlaceText, from: number, to: number): WordsSegment[] =>
  pieces.flatMap((one) => {
    const [start, end] = [Math.max(from, one.from), Math.min(to, one.to)];
    if (start >= end || one.key === '') return [];
    const shift = one.base - one.from;
    return [
      { key: one.key, from: start + shift, to: end + shift, words: shownWords(flat.slice(start, end)) },
    ];
  });

/** The flat offset of a character of a key's words; null where there is no such block, or not so many characters. */
export function flatOffset({ pieces }: PlaceText, key: string, offset: number): number | null {
  for (const one of pieces) {
    const at = offset - one.base;
    if (one.key === key && at >= 0 && at <= one.to - one.from) return one.from + at;
  }
  return null;
}
