import { queueLetters } from '#db/mail-outbox.ts';
import { listNoticeChoices, listWhoChoseMail } from '#db/notice-choices.ts';
import { listPeopleOfSoak } from '#db/notices.ts';
import { readableReviews } from '#db/readable-reviews.ts';
import { listReviewMeetings } from '#db/review-meetings.ts';
import { listSoakMails, listSoaksAround, noteSoakMail } from '#db/soak-mails.ts';
import { findSoak, type StoredSoak } from '#db/soaks.ts';
import { dayTimeOf, zoneWords } from '#domain/clock-words.ts';
import { asId, type PersonId, type ReviewId } from '#domain/ids.ts';
import { NOTICE_KIND_WORDS } from '#domain/notices/notice-words.ts';
import { isSoaking, upToTheMinute } from '#domain/soak/soak.ts';
import { dueSoakMails, type SoakMail, soakOverAt } from '#domain/soak/soak-mails.ts';
import { DAY, wallClockAt } from '#domain/soak/wall-clock.ts';
import type { App, Database } from '../app.ts';
import { type LetterWords, type Line, letterOf } from '../mail/letter-words.ts';
import type { PlainReader } from '../mail/plain-letters.ts';
import type { Sending } from '../mail/send-due-letters.ts';
import { stopLink } from '../notices/stop-link.ts';

export type SoakMailFacts = SoakMail & { about: 'soak'; review: string };

/**
 * S1: writes what is due of soaks to those whom it concerns and who chose to be mailed at once. Noted and queued in one transaction,
 * so that each goes once on whichever node; who chose a daily mail finds it there. @returns how many letters
 */
export async function queueSoakMails(app: Pick<App, 'db' | 'clock'>): Promise<number> {
  const now = app.clock.now();
  const around = { from: new Date(now.getTime() - DAY), until: new Date(now.getTime() + 2 * DAY) };
  const soaks = await listSoaksAround(app.db, around);
  const written = await listSoakMails(
    app.db,
    soaks.map(({ review }) => review),
  );
  let queued = 0;
  for (const { review, soak } of soaks)
    for (const mail of dueSoakMails(soak, now)) {
      const isWritten = written.some(
        (one) => one.review === review && one.what === mail.what && one.day === mail.day,
      );
      if (!isWritten) queued += await queueOne(app.db, review, mail, now);
    }
  return queued;
}

const queueOne = (db: Database, review: ReviewId, mail: SoakMail, at: Date): Promise<number> =>
  db.transaction().execute(async (tx) => {
    if (!(await noteSoakMail(tx, review, mail))) return 0;
    const people = await listWhoChoseMail(tx, 'soak', 'now', await listPeopleOfSoak(tx, review));
    const facts: SoakMailFacts = { about: 'soak', review, ...mail };
    await queueLetters(
      tx,
      people.map((person) => ({
        line: `soak ${review} ${person}`,
        meeting: null,
        person,
        sequence: 0,
        method: 'WORDS' as const,
        facts,
        at,
      })),
    );
    return people.length;
  });

/**
 * A soak's mail in words, made when it is sent: null for who may not read the review by then, has stopped such mails, or where it is
 * not so any more. Outside Soak a private review or a draft is not called by its title (N6).
 */
export async function soakLetter(
  app: Sending,
  { review: id, what, day }: SoakMailFacts,
  to: PlainReader,
): Promise<LetterWords | null> {
  const review = await findReadable(app.db, asId<ReviewId>(id), to.id);
  const soak = review && (await findSoak(app.db, review.id));
  if (!soak || (await listNoticeChoices(app.db, to.id)).soak.mail !== 'now') return null;
  const now = app.clock.now();
  const words =
    what === 'started' ? started(soak, now, to, review.called) : ends(soak, day, now, to, review.called);
  if (words === null) return null;
  const address = `${app.origin}/reviews/${review.id}/actions`;
  const stop = await stopLink(app, to.id, 'soak');
  return letterOf(words.subject, [
    [`Hello ${to.name},`],
    words.says,
    [{ label: 'There', words: address, href: address }, ...(await sessionLine(app.db, review.id, now, to))],
    ...(what === 'started' ? await recordWords(app, review.id) : []),
    [
      'Nobody waits for an answer. This opens a page with one button:',
      { label: `Stop “${NOTICE_KIND_WORDS.soak}”`, words: stop, href: stop },
    ],
  ]);
}

interface Words {
  subject: string;
  says: Line[];
}

function started(soak: StoredSoak, now: Date, { zone }: PlainReader, called: string): Words | null {
  if (!isSoaking(soak, now)) return null;
  const over = soakOverAt(soak);
  const until =
    over === null ? 'until a further meeting has been held' : `until ${instantWords(over, zone, now)}`;
  return {
    subject: `${capital(called)}: its ideas soak now`,
    says: [
      `The ideas of ${called} soak ${until}.`,
      'Until then you can read the write-up, say what stayed with you, and seal an idea for a fix. None of it is asked of you.',
    ],
  };
}

function ends(soak: StoredSoak, day: string, now: Date, { zone }: PlainReader, called: string): Words | null {
  const over = soakOverAt(soak);
  // it was held or moved since this was queued: another mail goes on the day it really ends
  if (over === null || wallClockAt(over, soak.calendar.zone).day !== day) return null;
  if (soak.openedEarlyAt !== null && over <= now)
    return {
      subject: `${capital(called)}: its soak was opened early`,
      says: [
        `The soak of ${called} is over: it was opened before its end, and the reason stands on its page.`,
        'The action session can begin.',
      ],
    };
  const isOver = over <= now;
  return {
    subject: `${capital(called)}: its soak ends today`,
    says: [
      `The ideas of ${called} ${isOver ? 'have soaked' : 'soak'} until ${instantWords(over, zone, now)}.`,
      isOver
        ? 'The action session can begin.'
        : 'Until then an idea can still be sealed. After that the action session can begin.',
    ],
  };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const instantWords = (at: Date, zone: string, now: Date): string =>
  `${dayTimeOf(upToTheMinute(at), zone, now)} (${zoneWords(zone)})`;

/** A1: the one quiet line about coming, with the record. Nothing in a letter says it for anybody: the page asks who they are. */
async function recordWords(app: Sending, review: ReviewId): Promise<Line[][]> {
  const last = (await listReviewMeetings(app.db, review)).findLast(
    ({ kind, phase }) => kind === 'review' && phase === 'ended',
  );
  if (!last) return [];
  const record = `${app.origin}/meetings/${last.id}/record`;
  return [
    [
      { label: 'The record of the meeting', words: record, href: record },
      'If you were there, or read it later, you can say so on that page. Nobody asks for it.',
    ],
  ];
}

async function sessionLine(
  db: Database,
  review: ReviewId,
  now: Date,
  { zone }: PlainReader,
): Promise<Line[]> {
  const session = (await listReviewMeetings(db, review)).find(
    ({ kind, phase }) => kind === 'action' && phase === 'planned',
  );
  return session ? [{ label: 'The action session', words: instantWords(session.startsAt, zone, now) }] : [];
}

async function findReadable(
  db: Database,
  id: ReviewId,
  person: PersonId,
): Promise<{ id: ReviewId; called: string } | null> {
  const row = await readableReviews(db, person)
    .where('reviews.id', '=', id)
    .select(['reviews.title', 'reviews.privacy', 'reviews.published_at as publishedAt'])
    .executeTakeFirst();
  if (!row) return null;
  if (row.privacy !== 'open') return { id, called: 'a private review' };
  return { id, called: row.publishedAt === null ? 'a draft' : `“${row.title || 'Untitled'}”` };
}
