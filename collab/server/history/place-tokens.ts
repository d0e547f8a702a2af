import * as Y from 'yjs';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { readBlock } from '#collab/document/read-blocks.ts';
import { readMarks } from '#collab/document/read-runs.ts';
import type { PlaceToken } from '#domain/history/assemble-blocks.ts';
import type { BlockFace } from '#domain/history/changes.ts';
import { tidyRuns } from '#domain/inline-runs.ts';
import type { Block, Mark } from '#domain/write-up.ts';
import { blockText } from '#domain/write-up-text.ts';

/** Where a token comes from: runs of struct clocks. */
export type Origin = { client: number; clock: number; length: number }[];
export type Token = PlaceToken<Origin>;

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;

/** A fragment as tokens: each block's beginning, then its words, each knowing the structs it is made of. */
export const placeTokens = (fragment: Y.XmlFragment): Token[] => fragment.toArray().flatMap(nodeTokens);

function nodeTokens(node: Node): Token[] {
  if (node instanceof Y.XmlElement && node.nodeName === ELEMENT.table) return tableTokens(node);
  const block = readBlock(node);
  if (!block || block.type === 'table') return [];
  if (block.type !== 'text') return [leafToken(node, block)];
  const { kind, level, indent, quoted = false, id } = block;
  return [blockToken(node, `block ${id}`, { kind, level, indent, quoted }), ...wordTokens(node)];
}

const tableTokens = (table: Y.XmlElement): Token[] =>
  elementsOf(table)
    .flatMap(elementsOf)
    .flatMap((cell) => [blockToken(cell, 'cell', plainFace('cell')), ...wordTokens(cell)]);

const leafToken = (node: Node, block: Exclude<Block, { type: 'text' | 'table' }>): Token => {
  const { id: _, ...content } = block;
  return {
    ...blockToken(node, JSON.stringify(content), plainFace(block.type)),
    words: blockText(block),
  } as Token;
};

const blockToken = (node: Node, key: string, face: BlockFace): Token => ({
  type: 'block',
  key,
  face,
  words: '',
  origin: node._item ? [{ ...node._item.id, length: 1 }] : [],
});

const plainFace = (kind: BlockFace['kind']): BlockFace => ({ kind, level: 1, indent: 0, quoted: false });

const elementsOf = (node: Y.XmlElement): Y.XmlElement[] =>
  node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

interface Piece {
  text: string;
  marks: Mark[];
  client: number;
  clock: number;
}

/** A word with the blanks behind it, or one other sign; blanks at the beginning go with what follows. */
const WORD = /\s*(?:[\p{L}\p{N}][\p{L}\p{N}'’_-]*|[^\s\p{L}\p{N}]|$)\s*/gu;

function wordTokens(node: Node): Token[] {
  const pieces = piecesWithin(node);
  const text = pieces.map((piece) => piece.text).join('');
  const tokens: Token[] = [];
  const places = piecesFrom(pieces);
  for (const [word] of text.matchAll(WORD)) {
    if (word === '') continue;
    const core = word.trim();
    // blanks around a word are nobody's: whoever typed them did not write the word
    places.take(core === '' ? 0 : word.indexOf(core));
    const { origin, marks } = places.take(core.length || word.length);
    places.take(core === '' ? 0 : word.trimStart().length - core.length);
    const spelled = marks.length > 0 ? `${core} ${JSON.stringify(marks)}` : core;
    tokens.push({ type: 'word', key: `word ${spelled}`, text: word, marks, origin });
  }
  return tokens;
}

/** Hands out the pieces' characters from the first to the last. A word is marked as its beginning is. */
function piecesFrom(pieces: readonly Piece[]) {
  let [at, within] = [0, 0];
  return {
    take(length: number): { origin: Origin; marks: Mark[] } {
      const origin: Origin = [];
      const marks = pieces[at]?.marks ?? [];
      for (let rest = length; rest > 0; ) {
        const piece = pieces[at];
        if (!piece) break;
        const taken = Math.min(rest, piece.text.length - within);
        origin.push({ client: piece.client, clock: piece.clock + within, length: taken });
        rest -= taken;
        within += taken;
        if (within === piece.text.length) [at, within] = [at + 1, 0];
      }
      return { origin, marks };
    },
  };
}

/** Every text below a node, however deep; a stack of our own, since a hostile document may nest thousands deep. */
function piecesWithin(node: Node): Piece[] {
  const pieces: Piece[] = [];
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const next = stack.pop();
    if (next instanceof Y.XmlText) pieces.push(...piecesOf(next));
    else if (next instanceof Y.XmlFragment) stack.push(...next.toArray().reverse());
  }
  return pieces;
}

function piecesOf(text: Y.XmlText): Piece[] {
  const pieces: Piece[] = [];
  const attributes: Record<string, unknown> = {};
  let marks: Mark[] = [];
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      attributes[item.content.key] = item.content.value;
      marks = tidyRuns([{ text: ' ', marks: readMarks(attributes) }])[0]?.marks ?? [];
    }
    if (!(item.content instanceof Y.ContentString)) continue;
    pieces.push({ text: item.content.str, marks, client: item.id.client, clock: item.id.clock });
  }
  return pieces;
}
