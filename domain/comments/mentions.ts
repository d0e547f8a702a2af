/** Somebody who can be named with an @. */
export interface Nameable {
  id: string;
  name: string;
}

/** A piece of a comment's words: plain, or an @ with somebody's name. */
export interface MentionPiece {
  text: string;
  mentions: boolean;
}

/**
 * K4: who is named in these words, out of those who may read. An @ before the whole name counts; of two names that fit, the
 * longer. Two people of one name are both meant.
 */
export function findMentions(words: string, people: readonly Nameable[]): string[] {
  const named = new Set(
    cutAtMentions(
      words,
      people.map(({ name }) => name),
    )
      .filter((piece) => piece.mentions)
      .map((piece) => folded(piece.text.slice(1))),
  );
  return people.filter(({ name }) => named.has(folded(name))).map(({ id }) => id);
}

/** The words in pieces, so that an @ with one of these names can be set apart. */
export function cutAtMentions(words: string, names: readonly string[]): MentionPiece[] {
  const longestFirst = [...new Set(names)].filter(Boolean).sort((one, other) => other.length - one.length);
  const pieces: MentionPiece[] = [];
  let plainFrom = 0;
  for (let at = words.indexOf('@'); at !== -1; at = words.indexOf('@', at + 1)) {
    if (at < plainFrom) continue;
    const name = /[\p{L}\p{N}.]$/u.test(words.slice(0, at))
      ? undefined
      : longestFirst.find((one) => isNamedAt(words, at, one));
    if (name === undefined) continue;
    pieces.push({ text: words.slice(plainFrom, at), mentions: false });
    plainFrom = at + 1 + name.length;
    pieces.push({ text: words.slice(at, plainFrom), mentions: true });
  }
  pieces.push({ text: words.slice(plainFrom), mentions: false });
  return pieces.filter((piece) => piece.text !== '');
}

function isNamedAt(words: string, at: number, name: string): boolean {
  const end = at + 1 + name.length;
  return folded(words.slice(at + 1, end)) === folded(name) && !/^[\p{L}\p{N}]/u.test(words.slice(end));
}

const folded = (name: string) => name.toLocaleLowerCase('en');
