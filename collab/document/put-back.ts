import * as Y from 'yjs';
import { blockElement, emptyParagraph } from '#collab/document/block-elements.ts';
import { isHidden, isLine, isPlace, showPlace } from '#collab/document/place-entry.ts';

/** Words that were lost, and where they belonged. */
export interface LostWords {
  kind: 'lost' | 'hidden';
  place: string;
  block: string;
  afterBlock: string;
  before: string;
  words: string;
  after: string;
}

/** Where lost words belong now: in a block that stands, or as a block of their own. */
export interface WhereNow {
  place: string;
  /** The block they go into, or behind which they go; empty: the place's end. */
  block: string;
  /** The text they go into; null: as a block of their own. */
  text: Y.XmlText | null;
  /** The character of it, where the words around them were found; null: its end. */
  at: number | null;
}

/** So much of what stood around must be found again, within the same place and anywhere. */
const NEAR_ENOUGH = 4;
const SURE_ENOUGH = 16;
const CONTEXT = 40;

/**
 * Finds where lost words belong: where the words around them stand now (a joined or moved paragraph), else in their own block,
 * else behind the block that stood before it, else at the end of the place.
 */
export function whereNow(doc: Y.Doc, lost: LostWords): WhereNow {
  const own = blocksOf(doc, lost.place);
  const others = [...doc.share.keys()].filter(
    (name) => isPlace(name) && name !== lost.place && !isHidden(doc, name),
  );
  return (
    around(own, lost, NEAR_ENOUGH) ??
    inOwnBlock(own, lost) ??
    around(
      others.flatMap((name) => blocksOf(doc, name)),
      lost,
      SURE_ENOUGH,
    ) ??
    fallback(own, lost)
  );
}

/** Puts lost words back as a new edit, and their part into sight where it was taken out. */
export function putBack(doc: Y.Doc, lost: LostWords): void {
  const { place, block, at, text } = whereNow(doc, lost);
  if (lost.kind === 'lost') {
    if (text && at !== null) text.insert(at, lost.words);
    else if (text) text.insert(text.length, appended(lost.words, charactersOf(text)));
    else addBlock(doc.getXmlFragment(place), block, lost.words);
  }
  showPlace(doc, place);
}

interface BlockHere {
  place: string;
  id: string;
  /** null for what holds no words of its own, or many: a table, a picture */
  text: Y.XmlText | null;
  words: string;
}

/** Blocks of a place in order; the texts within a table stand for it. */
function blocksOf(doc: Y.Doc, place: string): BlockHere[] {
  return doc
    .getXmlFragment(place)
    .toArray()
    .flatMap((node): BlockHere[] => {
      if (!(node instanceof Y.XmlElement)) return [];
      const id = node.getAttribute('id') ?? '';
      const texts = textsWithin(node);
      if (texts.length === 0) return [{ place, id, text: null, words: '' }];
      return texts.map((text) => ({ place, id, text, words: charactersOf(text) }));
    });
}

function textsWithin(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsWithin(child) : [];
  });
}

/** One character for each that Yjs counts, so that an index in it is an index in the text. */
const charactersOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('');

function around(blocks: readonly BlockHere[], lost: LostWords, least: number): WhereNow | null {
  const before = lost.before.slice(-CONTEXT);
  const after = lost.after.slice(0, CONTEXT);
  for (const [words, offset] of [
    [before + after, before.length],
    [before, before.length],
    [after, 0],
  ] as const) {
    if (words.trim().length < least) continue;
    const found = blocks.find((block) => block.text && block.words.includes(words));
    if (found)
      return {
        place: found.place,
        block: found.id,
        text: found.text,
        at: found.words.indexOf(words) + offset,
      };
  }
  return null;
}

function inOwnBlock(blocks: readonly BlockHere[], { block }: LostWords): WhereNow | null {
  const own = blocks.find(({ id, text }) => text && block !== '' && id === block);
  return own ? { place: own.place, block, text: own.text, at: null } : null;
}

function fallback(blocks: readonly BlockHere[], { place, afterBlock }: LostWords): WhereNow {
  const last = blocks.at(-1);
  // a title has one block, and an emptied place one empty paragraph
  if (last?.text && (isLine(place) || (blocks.length === 1 && last.words === '')))
    return { place, block: last.id, text: last.text, at: null };
  const stands = blocks.some(({ id }) => afterBlock !== '' && id === afterBlock);
  return { place, block: stands ? afterBlock : (last?.id ?? ''), text: null, at: null };
}

/** Behind other words, with a space where they would run into them. */
const appended = (words: string, text: string): string =>
  text === '' || /\s$/.test(text) || /^\s/.test(words) ? words : ` ${words}`;

function addBlock(fragment: Y.XmlFragment, behind: string, words: string): void {
  const at = fragment
    .toArray()
    .findLastIndex(
      (node) => node instanceof Y.XmlElement && node.getAttribute('id') === behind && behind !== '',
    );
  const block = blockElement({ ...emptyParagraph(), content: [{ text: words.trim() }] });
  fragment.insert(at === -1 ? fragment.length : at + 1, [block]);
}
