import { LEFT, listMarks, listUnsentNames, parseWriteUpStore } from './kept-words.ts';
import { listLeft } from './left-words.ts';
import { readUnsent } from './read-unsent.ts';

/** Words of one person's own that are in this browser alone, meant for one review's write-up. */
export interface WordsHere {
  review: string;
  /** Each from a place of its own. */
  words: string[];
}

/** All there are, on their way or taken by nobody, whether this person may still open the write-up or not. */
export async function listWordsHere(person: string): Promise<WordsHere[]> {
  const found = new Map<string, string[]>();
  for (const name of listUnsentNames(person)) {
    const isLeft = name.startsWith(LEFT);
    const review = isLeft ? name.slice(LEFT.length) : parseWriteUpStore(name)?.review;
    if (review === undefined) continue;
    const words = isLeft ? listLeft(person, review) : await readUnsent(person, name, listMarks(person, name));
    found.set(review, [...(found.get(review) ?? []), ...(words ?? []).map((one) => one.words)]);
  }
  return [...found].map(([review, words]) => ({ review, words })).filter(({ words }) => words.length > 0);
}
