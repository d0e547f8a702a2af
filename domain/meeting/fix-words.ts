/** A sentence in live notes that is an idea for a fix, as offsets into its text. */
export interface FixWords {
  from: number;
  to: number;
  words: string;
}

const FIX =
  /\baction items?\b|\bto-?do:|\bwe (?:should|must|need to|have to|ought to) (?:fix|change|add|replace|automate|remove|rewrite|alert on)\b/iu;
const SENTENCE = /[^.!?\n]+[.!?]*\s*/gu;

/** The last sentence that speaks of fixing, or null. It is only ever offered to be sealed: nothing is blocked (M20). */
export function fixIn(text: string): FixWords | null {
  let last: FixWords | null = null;
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    if (!FIX.test(sentence)) continue;
    const lead = sentence.length - sentence.trimStart().length;
    const words = sentence.trim();
    last = { from: index + lead, to: index + lead + words.length, words };
  }
  return last;
}
