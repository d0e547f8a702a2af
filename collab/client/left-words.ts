// Apart from the documents themselves, so that a page without shared documents needs none of Yjs.
import type { LostWords } from '#collab/document/put-back.ts';
import { LEFT, parseWriteUpStore, unsentKey } from './kept-words.ts';

/** Words of one's own that no server took and none will: their write-up was erased and rebuilt, or is closed to them. In this browser alone. */
export interface LeftWords extends LostWords {
  /** Below nought: the server's own offers count up from one. */
  id: number;
  /** The document they were typed into. */
  from: string;
  /** The tab that kept them; "" for one that found them in this browser. */
  sitting?: string;
  /** Why nothing took them; where it is not said, words were erased. */
  why?: WhyLeft;
}

export type WhyLeft = 'erased' | 'closed';

/** Under a name that signing out asks about, and wipes. */
const keyOf = (person: string, review: string) => unsentKey(person, LEFT + review);

export const listLeft = (person: string, review: string): LeftWords[] => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person, review)) ?? '[]') as LeftWords[];
  } catch {
    return [];
  }
};

/**
 * Keeps what one tab had left of a document, in place of what that tab kept of it before; what others kept stays, and nothing stands
 * there twice. False where this browser cannot.
 * @param sitting the tab whose words these are
 */
export const keepLeft = (
  person: string,
  words: readonly LostWords[],
  { from, sitting, why }: Required<Pick<LeftWords, 'from' | 'sitting' | 'why'>>,
): boolean => {
  const review = parseWriteUpStore(from)?.review;
  if (!review) return false;
  const others = listLeft(person, review).filter((one) => one.from !== from || one.sitting !== sitting);
  const lowest = others.reduce((least, { id }) => Math.min(least, id), 0);
  const more = words.filter((one) => !others.some((other) => isAlike(one, other)));
  return write(person, review, [
    ...others,
    ...more.map((one, at) => ({ ...one, from, sitting, why, id: lowest - 1 - at })),
  ]);
};

const isAlike = (one: LostWords, other: LostWords): boolean =>
  one.place === other.place &&
  one.block === other.block &&
  one.afterBlock === other.afterBlock &&
  one.words === other.words;

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
