import type { WaitingLetter } from '#db/mail-outbox.ts';
import type { PersonId } from '#domain/ids.ts';
import { noticesLetter } from '../notices/notices-letter.ts';
import type { LetterWords } from './letter-words.ts';
import type { Message } from './mail-server.server.ts';
import type { Sending } from './send-due-letters.ts';

/** What lies in the outbox for a letter of words alone: what it is about, no word of it. */
export type PlainFacts = { about: 'notices'; notices: number[]; daily: boolean };

export interface PlainReader {
  id: PersonId;
  name: string;
  email: string;
  zone: string;
}

/** Made at the moment of sending; null: by then there is nothing this person may, or wants to, be told. */
type Writer<About extends PlainFacts['about']> = (
  app: Sending,
  facts: Extract<PlainFacts, { about: About }>,
  to: PlainReader,
) => Promise<LetterWords | null>;

const WRITERS: { [About in PlainFacts['about']]: Writer<About> } = { notices: noticesLetter };

export async function plainMessage(
  app: Sending,
  letter: WaitingLetter,
  to: { name: string; email: string; zone: string },
): Promise<Message | null> {
  const facts = letter.facts as PlainFacts;
  const words = await WRITERS[facts.about](app, facts, { ...to, id: letter.person });
  return (
    words && {
      ...words,
      messageId: `<letter-${letter.id}.words@${new URL(app.origin).hostname}>`,
      to: { name: to.name, address: to.email },
      calendar: null,
    }
  );
}
