import type { WaitingLetter } from '#db/mail-outbox.ts';
import type { PersonId } from '#domain/ids.ts';
import { noticesLetter } from '../notices/notices-letter.ts';
import { type SoakMailFacts, soakLetter } from '../soak/soak-mails.ts';
import type { Message } from './mail-server.server.ts';
import type { Sending } from './send-due-letters.ts';

/** What lies in the outbox for a letter of words alone: what it is about, no word of it. */
export type PlainFacts = { about: 'notices'; notices: number[]; daily: boolean } | SoakMailFacts;

export interface PlainReader {
  id: PersonId;
  name: string;
  email: string;
  zone: string;
}

/** Made at the moment of sending; null: by then there is nothing this person may, or wants to, be told. */
export async function plainMessage(
  app: Sending,
  letter: WaitingLetter,
  to: { name: string; email: string; zone: string },
): Promise<Message | null> {
  const facts = letter.facts as PlainFacts;
  const reader = { ...to, id: letter.person };
  const words = await (facts.about === 'soak'
    ? soakLetter(app, facts, reader)
    : noticesLetter(app, facts, reader));
  return (
    words && {
      ...words,
      messageId: `<letter-${letter.id}.words@${new URL(app.origin).hostname}>`,
      to: { name: to.name, address: to.email },
      calendar: null,
    }
  );
}
