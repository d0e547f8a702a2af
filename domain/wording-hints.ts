/** A phrase that closes learning: what it hides, and a question that opens it again (W1: it never blocks). */
export interface WordingHint {
  /** Where the phrase stands in the text, as offsets. */
  from: number;
  to: number;
  phrase: string;
  hides: string;
  asks: string;
}

interface Closing {
  pattern: RegExp;
  hides: string;
  asks: string;
}

const CLOSING: readonly Closing[] = [
  {
    pattern: /\b(?:should|could|ought to) have\b|\b(?:should|could)[’']ve\b/giu,
    hides: 'tells of a world that was not there, from what we know now',
    asks: 'What did they see and expect then?',
  },
  {
    pattern: /\bfail(?:ed|ure|s|ing)? to\b/giu,
    hides: 'says what did not happen, and leaves out what did',
    asks: 'What were they doing instead, and how did it make sense?',
  },
  {
    pattern: /\bhuman error\b/giu,
    hides: 'ends the search where it could begin',
    asks: 'How did the work make this a sensible thing to do?',
  },
  {
    pattern: /\broot cause[sd]?\b/giu,
    hides: 'makes one of many contributors the only one',
    asks: 'What else had to be so for this to happen?',
  },
  {
    pattern: /\bcareless(?:ly|ness)?\b|\bnegligen(?:t|tly|ce)\b/giu,
    hides: 'judges a person, and says nothing of the work',
    asks: 'How was their attention pulled, and by what?',
  },
  {
    pattern: /\b(?:be|being|been) more careful\b/giu,
    hides: 'asks for effort where something else could change',
    asks: 'How do people notice this on an ordinary day?',
  },
  {
    pattern: /\bwhy did(?:n[’']t| not)\b/giu,
    hides: 'asks somebody to defend themselves',
    asks: 'How did it look from where they sat?',
  },
  {
    pattern: /\bobviously\b|\bof course\b/giu,
    hides: 'hides what was not obvious then',
    asks: 'How did it look from where they sat?',
  },
  {
    pattern:
      /(?<!\b(?:only|have|had|has|is|are|was|were) )\bjust\b(?! (?:as|before|after|then|now|like|over|under|about)\b)/giu,
    hides: 'makes the work look smaller than it was',
    asks: 'How many steps did it take, and which of them were hard?',
  },
  {
    pattern: /\bsimply\b/giu,
    hides: 'makes the work look smaller than it was',
    asks: 'How would somebody new to this go about it?',
  },
  {
    pattern: /\bnever again\b/giu,
    hides: 'promises what nobody can keep',
    asks: 'How would we notice it sooner, or be hurt by it less?',
  },
];

/** Hints for one piece of text, in reading order. For what people write, never for speech, captures or quotations (W1). */
export function wordingHints(text: string): WordingHint[] {
  return CLOSING.flatMap(({ pattern, hides, asks }) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      phrase: match[0],
      hides,
      asks,
    })),
  ).sort((one, other) => one.from - other.from);
}

/** Names a hint's place for as long as its words stay: dismissed there, it stays dismissed (W2). */
export function hintPlace(block: string, text: string, hint: WordingHint): string {
  const before = text.slice(0, hint.from).toLocaleLowerCase('en');
  const same = wordingHints(before).filter(
    (other) => other.phrase.toLocaleLowerCase('en') === hint.phrase.toLocaleLowerCase('en'),
  );
  return `${block} ${hint.phrase.toLocaleLowerCase('en')} ${same.length}`;
}
