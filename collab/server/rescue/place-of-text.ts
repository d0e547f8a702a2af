import * as Y from 'yjs';
import { rootNameOf } from './watch-replay.ts';

export interface TextPlace {
  place: string;
  /** id of the block it stood in; empty where it had none */
  block: string;
  /** id of the nearest block before it that still stands; empty at the beginning */
  afterBlock: string;
}

/** Where a text stands, or stood, in a document with nothing collected. */
export const placeOfText = (doc: Y.Doc, text: Y.AbstractType<unknown>): TextPlace => {
  let top = text._item;
  while (top?.parent instanceof Y.AbstractType && top.parent._item) top = top.parent._item;
  if (!top) return { place: '', block: '', afterBlock: '' };
  let before = top.left;
  while (before && (before.deleted || idOf(before) === '')) before = before.left;
  return { place: rootNameOf(doc, top) ?? '', block: idOf(top), afterBlock: before ? idOf(before) : '' };
};

/** A block's id, readable of a deleted one too. */
const idOf = ({ content }: Y.Item): string => {
  if (!(content instanceof Y.ContentType)) return '';
  const last = content.type._map.get('id')?.content;
  const value = last instanceof Y.ContentAny ? last.arr.at(-1) : undefined;
  return typeof value === 'string' ? value : '';
};
