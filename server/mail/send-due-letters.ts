import { listAddresses } from '#db/invitations-sent.ts';
import {
  claimLetter,
  finishLetter,
  listDueLetters,
  putAllOff,
  putLetterOff,
  type WaitingLetter,
} from '#db/mail-outbox.ts';
import { isOfUse, nextTry } from '#domain/invitations/retries.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { App } from '../app.ts';
import { organizerOf, roomAddress } from '../calendar/entries.ts';
import { invitationFile } from '../calendar/entry-file.ts';
import type { LetterFacts } from './letter-facts.ts';
import { letterWords } from './letter-words.ts';
import type { MailServer, Message } from './mail-server.server.ts';
import { plainMessage } from './plain-letters.ts';

export type Sending = Pick<App, 'db' | 'clock' | 'random' | 'origin' | 'mail' | 'log'>;

/** How often in a row nobody answered, for the pauses between tries. */
export interface Outage {
  inARow: number;
}

const AT_A_LOOK = 200;
/** Longer than handing one over can take, each of the server's answers at its slowest. */
const TAKEN_FOR = 6 * MINUTE;

/**
 * N4: hands over what is due, each line in its order, a few at once. @returns how many were tried; 0: nothing is due
 */
export async function sendDueLetters(
  app: Sending,
  server: Pick<MailServer, 'send'>,
  { outage, atOnce, goOn }: { outage: Outage; atOnce: number; goOn: () => boolean },
): Promise<number> {
  const due = await listDueLetters(app.db, app.clock.now(), AT_A_LOOK);
  let tried = 0;
  let isAway = false;
  const worker = async () => {
    for (let letter = due.shift(); letter && !isAway && goOn(); letter = due.shift()) {
      tried++;
      if ((await sendOne(app, server, letter, outage)) === 'unreachable') isAway = true;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return isAway ? 0 : tried;
}

async function sendOne(
  { db, clock, ...app }: Sending,
  server: Pick<MailServer, 'send'>,
  letter: WaitingLetter,
  outage: Outage,
): Promise<'done' | 'unreachable'> {
  const begun = clock.now();
  // two nodes may both think that they are alone: one has the letter
  const isOurs = await claimLetter(db, letter.id, {
    now: begun,
    until: new Date(begun.getTime() + TAKEN_FOR),
  });
  if (!isOurs) return 'done';
  const kept = { queuedAt: letter.queuedAt, until: letter.method === 'REQUEST' ? letter.startsAt : null };
  const giveUp = (said: string) =>
    finishLetter(db, letter.id, { state: 'given up', said, at: clock.now() }).then(() => 'done' as const);
  if (!isOfUse(kept, clock.now())) return giveUp(TOO_LATE);
  const to = (await listAddresses(db, [letter.person])).get(letter.person);
  if (to === undefined) return giveUp('There is no address to send it to any more.');
  const message =
    letter.method === 'WORDS'
      ? await plainMessage({ db, clock, ...app }, letter, to)
      : messageOf(app, letter, to);
  if (message === null) return giveUp('There was nothing to tell any more.');
  const answer = await server.send(message);
  const now = clock.now();
  if (answer === 'taken') {
    outage.inARow = 0;
    await finishLetter(db, letter.id, {
      state: 'handed over',
      said: 'The mail server took it.',
      at: now,
    });
    return 'done';
  }
  const { failure, said } = answer;
  if (failure === 'unreachable') outage.inARow++;
  app.log.info('letter not taken', { letter: letter.id, failure, tries: letter.tries + 1 });
  const next = nextTry(failure, kept, { tries: letter.tries + 1, outage: outage.inARow, now });
  if (next === null) return giveUp(failure === 'refused' ? said : `${said} ${GIVEN_UP}`);
  if (failure === 'later') {
    await putLetterOff(db, letter.id, { said, next });
    return 'done';
  }
  await putAllOff(db, letter.id, { said, now, next });
  return 'unreachable';
}

const TOO_LATE = 'It had waited until it was of no use any more.';
const GIVEN_UP = 'Soak has stopped trying.';

function messageOf(
  app: Pick<Sending, 'origin' | 'mail'>,
  { id, facts: stored }: WaitingLetter,
  to: { name: string; email: string; zone: string },
): Message {
  const facts = stored as LetterFacts;
  const words = letterWords(facts, to, app.origin, app.mail?.readsReplies);
  const stamp = new Date(facts.stamp);
  return {
    ...words,
    messageId: `<letter-${id}.${facts.uid}>`,
    to: { name: to.name, address: to.email },
    calendar: {
      method: facts.method,
      content: invitationFile(
        {
          uid: facts.uid,
          sequence: facts.sequence,
          title: facts.title,
          startsAt: new Date(facts.startsAt),
          minutes: facts.minutes,
          callLink: facts.callLink,
          url: roomAddress(app, facts.meeting),
          isCancelled: facts.why === 'cancelled',
          changedAt: stamp,
        },
        {
          method: facts.method,
          isUninviting: facts.why === 'uninvited',
          to: { name: to.name, email: to.email },
          role: facts.role,
          organizer: organizerOf(app),
          stamp,
        },
      ),
    },
  };
}
