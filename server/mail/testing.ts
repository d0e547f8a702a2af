/** A real mail server for tests, which answers as it is told to, and takes apart what it got with programs nobody here wrote. */
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string;
  mail: Email;
  raw: string;
  event: ICAL.Component;
  method: string;
  sequence: number;
}

export interface PostOffice {
  url: string;
  port: number;
  received: Received[];
  /** What it says to the next letters for an address; absent: it takes them. */
  answers: Map<string, { code: number; words: string }>;
  /** Takes a letter and throws it away. */
  drops: boolean;
  /** Holds each letter so long before it takes it. */
  holdsMs: number;
  close(): Promise<void>;
}

export async function postOffice(port = 0): Promise<PostOffice> {
  const office: PostOffice = {
    url: '',
    port: 0,
    received: [],
    answers: new Map(),
    drops: false,
    holdsMs: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const answer = office.answers.get(address);
      done(answer ? Object.assign(new Error(answer.words), { responseCode: answer.code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        await new Promise((resolve) => setTimeout(resolve, office.holdsMs));
        const raw = Buffer.concat(chunks).toString('utf8');
        if (!office.drops)
          office.received.push(await takenApart(session.envelope.rcptTo[0]?.address ?? '', raw));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  office.port = (server.server.address() as AddressInfo).port;
  office.url = `smtp://127.0.0.1:${office.port}`;
  return office;
}

async function takenApart(to: string, raw: string): Promise<Received> {
  const mail = await PostalMime.parse(raw);
  const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  const content = calendar?.content;
  const words = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const parsed = calendarOf(words);
  const event = parsed.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('a letter without an event');
  return {
    to,
    mail,
    raw,
    event,
    method: String(parsed.getFirstPropertyValue('method')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
  };
}

/** A file as the second parser reads it. */
export const calendarOf = (words: string): ICAL.Component => new ICAL.Component(ICAL.parse(words));
