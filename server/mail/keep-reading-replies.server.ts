import { ImapFlow } from 'imapflow';
import type { Alone } from '#db/alone.ts';
import { findReadUpTo, saveReadUpTo } from '#db/calendar-replies.ts';
import type { App } from '../app.ts';
import { LONGEST_REPLY } from './parse-reply.ts';
import { takeReply } from './take-reply.ts';

type Reading = Pick<App, 'db' | 'clock' | 'log'>;

const LOOK_MS = 60_000;
const AT_A_LOOK = 500;
const PATIENCE_MS = 20_000;
const MOST_TRIES = 3;

/**
 * Reads what is new in the mailbox of replies, and changes nothing in it: how far it was read is kept here, so that people and other
 * programs may use the mailbox too. What lay there before the first look is not read.
 * @param stumbled how often a mail could not be taken, from one look to the next
 * @returns how many mails were looked at
 */
export async function readNewReplies(
  app: Reading,
  address: string,
  stumbled: Map<string, number> = new Map(),
): Promise<number> {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  // told by what is awaited; an emitter without a listener would end the program
  client.on('error', () => {});
  await client.connect();
  try {
    const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
    const mailbox = await client.mailboxOpen(folder, { readOnly: true });
    const name = `${url.username}@${url.host}/${folder}`;
    const validity = String(mailbox.uidValidity);
    const known = await findReadUpTo(app.db, name, validity);
    const last = known ?? mailbox.uidNext - 1;
    if (known === null) await saveReadUpTo(app.db, name, validity, last);
    // "n:*" always holds the last mail, however old it is
    const sized: { uid: number; size: number }[] = [];
    if (mailbox.exists > 0)
      for await (const { uid, size = 0 } of client.fetch(
        `${last + 1}:*`,
        { uid: true, size: true },
        { uid: true },
      ))
        if (uid > last) sized.push({ uid, size });
    const fresh = sized.sort((one, other) => one.uid - other.uid).slice(0, AT_A_LOOK);
    for (const { uid, size } of fresh) {
      const mail =
        size > LONGEST_REPLY ? false : await client.fetchOne(String(uid), { source: true }, { uid: true });
      const source = mail === false ? undefined : mail.source;
      if (source) await takeOrPass(app, source, { mail: `${name} ${validity} ${uid}`, stumbled });
      await saveReadUpTo(app.db, name, validity, uid);
    }
    return fresh.length;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** One mail that breaks its reading holds up the others for a few looks, and is then left out; the log says so without its words. */
async function takeOrPass(
  app: Reading,
  source: Uint8Array,
  { mail, stumbled }: { mail: string; stumbled: Map<string, number> },
): Promise<void> {
  try {
    await takeReply(app, source);
  } catch (error) {
    const tries = (stumbled.get(mail) ?? 0) + 1;
    stumbled.set(mail, tries);
    if (tries < MOST_TRIES) throw error;
    app.log.info('calendar reply passed over', { why: 'it could not be kept' });
  }
  stumbled.delete(mail);
}

/** P11: once a minute, on one node at a time. A mailbox that cannot be reached is said once, and holds up nothing. */
export function keepReadingReplies(
  app: Reading,
  { url, alone }: { url: string; alone: Alone },
): { stop(): Promise<void> } {
  let isFailing = false;
  let running: Promise<void> | null = null;
  const stumbled = new Map<string, number>();
  const look = () => {
    running ??= alone('read replies', async () => {
      await readNewReplies(app, url, stumbled);
      isFailing = false;
    })
      .catch((error: unknown) => {
        if (!isFailing)
          app.log.info('the mailbox of calendar replies cannot be read', { why: whyNot(error) });
        isFailing = true;
      })
      .then(() => {
        running = null;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  look();
  return {
    async stop() {
      clearInterval(timer);
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
    },
  };
}

/** A mail server may repeat what it was sent: its words stay out of the log. */
const whyNot = (error: unknown): string => {
  if (!(error instanceof Error)) return 'no answer';
  if ('authenticationFailed' in error) return 'the name or password in IMAP_URL was refused';
  return 'code' in error ? `no answer (${String(error.code)})` : 'no answer';
};
