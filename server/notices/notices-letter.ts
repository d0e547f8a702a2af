import { listNotices, type StoredNotice } from '#db/notices.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { NOTICE_KIND_WORDS, noticeWords } from '#domain/notices/notice-words.ts';
import type { LetterWords } from '../mail/letter-words.ts';
import { type Line, letterOf } from '../mail/letter-words.ts';
import type { PlainFacts, PlainReader } from '../mail/plain-letters.ts';
import type { Sending } from '../mail/send-due-letters.ts';
import { stopLink } from './stop-link.ts';

const MOST = 50;

/**
 * Some notices as a letter, made when it is sent: of what its reader may read then, has not read in Soak, and still wants by mail.
 * Null where nothing is left of it. Outside Soak nothing of a private review or a draft is said but that there is something (N6).
 */
export async function noticesLetter(
  app: Sending,
  { notices: ids, daily }: Extract<PlainFacts, { about: 'notices' }>,
  to: PlainReader,
): Promise<LetterWords | null> {
  const now = app.clock.now();
  const notices = await listNotices(app.db, to.id, {
    now,
    ids,
    unread: true,
    where: daily ? 'daily' : 'now',
    most: MOST,
  });
  const [first] = notices;
  if (first === undefined) return null;
  const told = notices.map((notice): Line[] => {
    const { head, line, path } = noticeWords(asSaidOutside(notice), { zone: to.zone, now });
    const address = `${app.origin}${path}`;
    return [head, line, { label: 'There', words: address, href: address }];
  });
  const stops: Line[] = [];
  for (const kind of new Set<NoticeKind>(notices.map((notice) => notice.kind))) {
    const address = await stopLink(app, to.id, kind);
    stops.push({ label: `Stop “${NOTICE_KIND_WORDS[kind]}”`, words: address, href: address });
  }
  return letterOf(daily ? 'Your day in Soak' : subjectOf(asSaidOutside(first)), [
    [`Hello ${to.name},`],
    ...(daily ? [['New to you since yesterday, as you chose to be told once a day:']] : []),
    ...told,
    ['Nobody waits for an answer. Each of these opens a page with one button:', ...stops],
  ]);
}

const subjectOf = (notice: StoredNotice): string => {
  const about = notice.reviewTitle;
  switch (notice.what) {
    case 'named':
      return `${notice.by ?? 'Somebody'} names you: ${about}`;
    case 'answered':
      return `${notice.by ?? 'Somebody'} answers you: ${about}`;
    case 'owned':
      return `An action item is yours: ${about}`;
    default:
      return about;
  }
};

function asSaidOutside(notice: StoredNotice): StoredNotice {
  if (notice.privacy === 'open' && notice.isPublished) return notice;
  const title = notice.privacy === 'open' ? 'A draft' : 'A private review';
  return { ...notice, reviewTitle: title, by: null, words: notice.kind === 'item' ? 'An action item' : null };
}
