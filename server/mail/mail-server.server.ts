import type { Transporter } from 'nodemailer';
import type { MailFailure } from '#domain/invitations/retries.ts';

export interface Message {
  /** The same each time it is tried, so that a program that gets it twice can tell. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Null: words alone. */
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
}

export interface MailServer {
  /** Hands a letter over; what it did not take is an answer, not an error. */
  send(message: Message): Promise<'taken' | { failure: MailFailure; said: string }>;
  close(): void;
}

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;
export const LETTERS_AT_ONCE = 4;

/** The mail server of `SMTP_URL`. Opens nothing, and reads nodemailer's forty files, only when there is a letter. */
export function mailServer({ url, from }: { url: string; from: string }): MailServer {
  let opened: Promise<Transporter> | null = null;
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url,
      pool: true,
      maxConnections: LETTERS_AT_ONCE,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  return {
    async send({ messageId, to, subject, text, html, calendar }) {
      try {
        opened ??= open();
        await (await opened).sendMail({
          messageId,
          from: { name: 'Soak', address: from },
          to,
          subject,
          text,
          html,
          ...(calendar && { icalEvent: { ...calendar, filename: 'invitation.ics' } }),
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return 'taken';
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => void opened?.then((transport) => transport.close()),
  };
}

interface SmtpError {
  message?: string;
  /** What was being said when it was turned away. */
  command?: string;
  code?: string;
  responseCode?: number;
  response?: string;
}

/** Only what is said of these is about the letter. */
const OF_THE_LETTER: readonly string[] = ['RCPT TO', 'DATA'];

/**
 * A server that turns away our greeting, encryption, sign-in or sender is as good as not there: the letter itself is not at fault,
 * and waits.
 */
export function failureOf(error: unknown): { failure: MailFailure; said: string } {
  const { code, command = '', message = '', responseCode, response } = error as SmtpError;
  const words = plain(response ?? '');
  if (code === 'EAUTH')
    return {
      failure: 'unreachable',
      said: `The mail server did not accept the sign-in of SMTP_URL${words}`,
    };
  if (command === 'API' && /^Invalid recipient/.test(message))
    return { failure: 'refused', said: 'No letter can be sent to this address.' };
  if (responseCode !== undefined && OF_THE_LETTER.includes(command))
    return responseCode >= 500
      ? { failure: 'refused', said: `The mail server refused it${words}` }
      : { failure: 'later', said: `The mail server asked for another time${words}` };
  if (responseCode !== undefined)
    return { failure: 'unreachable', said: `The mail server does not take letters from Soak${words}` };
  return { failure: 'unreachable', said: 'The mail server did not answer.' };
}

/** A server's own words, short and on one line. */
const plain = (response: string): string => {
  const words = response
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 160);
  return words === '' ? '.' : `: “${words}”`;
};
