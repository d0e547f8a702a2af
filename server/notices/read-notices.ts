import { listNoticeChoices, saveNoticeChoice } from '#db/notice-choices.ts';
import { setDigest } from '#db/notice-digests.ts';
import { type AskedNotices, listNotices, markNoticesRead, type StoredNotice } from '#db/notices.ts';
import type { PersonId } from '#domain/ids.ts';
import { NOTICE_KINDS, type NoticeChoice, type NoticeKind, STOPPED } from '#domain/notices/notice.ts';
import { noticeWords, type ShownNotice } from '#domain/notices/notice-words.ts';
import { DAY } from '#domain/soak/wall-clock.ts';
import type { App, SignedIn } from '../app.ts';

/** Unread for longer, it waits on the page of notices alone: nothing runs after anybody. */
const ON_HOME_DAYS = 14;
const ON_HOME = 30;
const ON_PAGE = 100;

/** What is new to somebody, the newest first. @param beside what their day shows by itself: that is not said a second time */
export const readNewNotices = async (
  app: App,
  person: SignedIn,
  beside?: AskedNotices['beside'],
): Promise<ShownNotice[]> => {
  const now = app.clock.now();
  const since = new Date(now.getTime() - ON_HOME_DAYS * DAY);
  const found = await listNotices(app.db, person.id, {
    now,
    since,
    unread: true,
    where: 'soak',
    ...(beside && { beside }),
    most: ON_HOME,
  });
  return found.map(asNotice(person, now));
};

export interface NoticesPage {
  now: Date;
  notices: ShownNotice[];
  choices: { kind: NoticeKind; choice: NoticeChoice }[];
  /** False without a mail server: then nothing can be sent. */
  hasMail: boolean;
}

export async function readNoticesPage(app: App, person: SignedIn): Promise<NoticesPage> {
  const now = app.clock.now();
  const choices = await listNoticeChoices(app.db, person.id);
  const found = await listNotices(app.db, person.id, { now, where: 'soak', most: ON_PAGE });
  return {
    now,
    notices: found.map(asNotice(person, now)),
    choices: NOTICE_KINDS.map((kind) => ({ kind, choice: choices[kind] })),
    hasMail: app.mail !== undefined,
  };
}

const asNotice =
  ({ zone }: SignedIn, now: Date) =>
  (stored: StoredNotice): ShownNotice => {
    const { id, kind, what, review, meeting, at, isRead } = stored;
    const words = noticeWords(stored, { zone, now });
    return { id, kind, what, review, meeting: meeting?.id ?? null, at, isRead, ...words };
  };

/** Theirs alone: nobody else is told, and nothing is recorded. */
export const readSome = async (app: App, person: SignedIn, ids: readonly number[] | 'all'): Promise<void> => {
  await markNoticesRead(app.db, person.id, { at: app.clock.now(), ids });
};

/** How one kind of notice reaches somebody from now on. */
export const chooseNotices = (
  app: App,
  person: PersonId,
  kind: NoticeKind,
  choice: NoticeChoice,
): Promise<void> =>
  app.db.transaction().execute(async (tx) => {
    await saveNoticeChoice(tx, person, kind, choice);
    const all = await listNoticeChoices(tx, person);
    const isDaily = Object.values(all).some(({ mail }) => mail === 'daily');
    await setDigest(tx, person, isDaily ? app.clock.now() : null);
  });

/** One press: neither shown nor sent any more. */
export const stopNotices = (app: App, person: PersonId, kind: NoticeKind): Promise<void> =>
  chooseNotices(app, person, kind, STOPPED);
