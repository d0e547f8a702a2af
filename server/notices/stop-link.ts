import { findPerson } from '#db/people.ts';
import type { PersonId } from '#domain/ids.ts';
import { isNoticeKind, type NoticeKind } from '#domain/notices/notice.ts';
import { readAnswerLink, signAnswerLink } from '../answer-links.ts';
import type { App } from '../app.ts';
import { stopNotices } from './read-notices.ts';

const purpose = (kind: NoticeKind) => `stop-notices-${kind}`;

/** P11: the address in a letter that stops one kind of notice for its recipient, by a press on the page it opens. */
export const stopLink = async (
  app: Pick<App, 'db' | 'random' | 'origin'>,
  person: PersonId,
  kind: NoticeKind,
): Promise<string> =>
  `${app.origin}/notices/stop/${kind}/${await signAnswerLink(app, { purpose: purpose(kind), about: person, person })}`;

/** Whose notices of which kind a link stops; null for whatever is none of ours, or its recipient is not here any more. */
export async function readStopLink(
  app: App,
  kind: string | undefined,
  words: string | undefined,
): Promise<{ kind: NoticeKind; person: PersonId; name: string } | null> {
  if (!isNoticeKind(kind)) return null;
  const link = await readAnswerLink(app, purpose(kind), words);
  const person = link && (await findPerson(app.db, link.person));
  return person && person.deactivated_at === null ? { kind, person: person.id, name: person.name } : null;
}

/** True: it is stopped. False: the link is none of ours. */
export async function stopByLink(
  app: App,
  kind: string | undefined,
  words: string | undefined,
): Promise<boolean> {
  const link = await readStopLink(app, kind, words);
  if (link === null) return false;
  await stopNotices(app, link.person, link.kind);
  return true;
}
