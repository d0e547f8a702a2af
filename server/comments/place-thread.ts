import { findAnchored } from '#collab/document/find-anchored.ts';
import { segmentsOf } from '#collab/document/place-text.ts';
import { wordsIn } from '#collab/document/word-anchor.ts';
import type { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import type { ThreadRow } from '#db/comment-threads.ts';
import { isSameWords } from '#domain/comments/same-words.ts';
import type { ThreadPlace } from '#domain/comments/thread.ts';
import { findPicture, partName } from './find-target.ts';

export interface PlacedThread {
  at: ThreadPlace | null;
  /** Where it comes among the others. */
  order: [number, number];
  /** A picture's block now; a part's id. */
  target: string | null;
}

/** Where a thread stands in the write-up now; `at: null` when what it is about is nowhere in it (K6). */
export function placeThread(places: WriteUpPlaces, row: ThreadRow): PlacedThread {
  if (row.about === 'words') return placeWords(places, row);
  if (row.about === 'picture') {
    const picture = findPicture(places, row.block, row.target);
    return {
      at: picture && atPart(places, picture.part),
      order: orderOf(places, picture?.part),
      target: picture?.block ?? row.block,
    };
  }
  const part = `${row.about}-${row.target}`;
  const isThere = places.present.some((one) => one.part === part);
  return {
    at: isThere ? atPart(places, part) : null,
    order: orderOf(places, isThere ? part : undefined),
    target: row.target,
  };
}

function placeWords(places: WriteUpPlaces, row: ThreadRow): PlacedThread {
  const found = findAnchored(places, {
    anchors: row.place === null ? [] : [{ place: row.place, start: row.start_at, end: row.end_at }],
    block: row.block ?? '',
    words: row.words,
    quote: row.quote,
  });
  if (!found) return { at: null, order: orderOf(places, undefined), target: null };
  const { text, range } = found;
  const part = places.partOf(text.place) ?? '';
  return {
    at: {
      part,
      name: partName(places, part),
      segments: segmentsOf(text, range.from, range.to),
      changed: !isSameWords(wordsIn(text, range), row.quote),
    },
    order: [places.orderOf(text.place), range.from],
    target: null,
  };
}

const atPart = (places: WriteUpPlaces, part: string): ThreadPlace => ({
  part,
  name: partName(places, part),
  segments: [],
  changed: false,
});

const orderOf = (places: WriteUpPlaces, part: string | undefined): [number, number] => {
  const at = part === undefined ? -1 : places.present.findIndex((one) => one.part === part);
  return [at === -1 ? places.present.length : at, -1];
};
