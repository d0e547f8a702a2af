import type { LetterWords } from '../mail/letter-words.ts';
import type { PlainFacts, PlainReader } from '../mail/plain-letters.ts';
import type { Sending } from '../mail/send-due-letters.ts';

/** Some notices as a letter. */
export const noticesLetter = (
  _app: Sending,
  _facts: Extract<PlainFacts, { about: 'notices' }>,
  _to: PlainReader,
): Promise<LetterWords | null> => Promise.resolve(null);
