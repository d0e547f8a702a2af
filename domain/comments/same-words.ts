/** Words without the white space between them: a split or a join adds and takes nothing else. */
export const bareWords = (text: string): string => text.replace(/\s+/g, '');

export const isSameWords = (one: string, other: string): boolean => bareWords(one) === bareWords(other);

/** Languages that write without spaces count each sign as a word. */
const WORD =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Khmer}|[\p{L}\p{N}]+/gu;
const MOST_WORDS = 400;

/**
 * K5: words that have been edited are still those words while at least half of them stand, in their order.
 * So an anchor follows an edit, and nobody moves somebody's comment to other words.
 */
export function isStillThoseWords(now: string, before: string): boolean {
  if (isSameWords(now, before)) return bareWords(now) !== '';
  const [one, other] = [wordsOf(now), wordsOf(before)];
  const longer = Math.max(one.length, other.length);
  return longer > 0 && inCommon(one, other) * 2 >= longer;
}

const wordsOf = (text: string): string[] =>
  (text.toLocaleLowerCase('en').match(WORD) ?? []).slice(0, MOST_WORDS);

/** Length of the longest common subsequence. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [at, against] of other.entries())
      next.push(word === against ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
