// Apart from the documents themselves, so that a page without shared documents needs none of Yjs.
import type { LostWords } from '#collab/document/put-back.ts';
import { parseWriteUpStore, unsentKey } from './kept-words.ts';

/** Words of one's own that no server had when the write-up they were typed into was erased and rebuilt; kept in this browser alone. */
export interface LeftWords extends LostWords {
  /** Below nought: the server's own offers count up from one. */
  id: number;
  /** The document they were typed into. */
  from: string;
}

/** Under a name that signing out asks about, and wipes. */
const keyOf = (person: string, review: string) => unsentKey(person, `left:${review}`);

export const listLeft = (person: string, review: string): LeftWords[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person, review)) ?? '[]') as LeftWords[];
  } catch {
    return [];
  }
};

/** Keeps what is left of an older epoch, in place of what was kept of it before. False where this browser cannot. */
export const keepLeft = (person: string, from: string, words: readonly LostWords[]): boolean => {
  const review = parseWriteUpStore(from)?.review;
  if (!review) return false;
  const others = listLeft(person, review).filter((one) => one.from !== from);
  const lowest = others.reduce((least, { id }) => Math.min(least, id), 0);
  return write(person, review, [
    ...others,
    ...words.map((one, at) => ({ ...one, from, id: lowest - 1 - at })),
  ]);
};

export const letGoLeft = (person: string, review: string, id: number): boolean =>
  write(
    person,
    review,
    listLeft(person, review).filter((one) => one.id !== id),
  );

/** Letting go is taken back. */
export const askLeftAgain = (person: string, review: string, words: LeftWords): boolean =>
  write(person, review, [...listLeft(person, review).filter(({ id }) => id !== words.id), words]);

const write = (person: string, review: string, left: readonly LeftWords[]): boolean => {
  try {
    if (left.length === 0) localStorage.removeItem(keyOf(person, review));
    else localStorage.setItem(keyOf(person, review), JSON.stringify(left));
    return true;
  } catch {
    return false;
  }
};
