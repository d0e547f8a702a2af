import { queueLetters } from '#db/mail-outbox.ts';
import { listWhoChoseMail } from '#db/notice-choices.ts';
import {
  findPlanner,
  insertNotices,
  listPeopleOfSoak,
  type NewNotice,
  putMeetingNotices,
  removeItemNotices,
  removeSoakNotices,
} from '#db/notices.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Letter } from '#domain/invitations/letters.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import type { App, Database } from '../app.ts';
import type { PlainFacts } from '../mail/plain-letters.ts';

/**
 * Tells people what has happened, in the transaction in which it does: in Soak, and at once by mail where somebody chose that. Told
 * twice, it is told once. Invitations have letters of their own, and so have soaks.
 */
export async function tell(
  tx: Database,
  app: Pick<App, 'clock' | 'mail'>,
  notices: readonly NewNotice[],
): Promise<void> {
  const told = await insertNotices(tx, notices);
  if (app.mail === undefined || told.length === 0) return;
  const at = app.clock.now();
  for (const kind of new Set<NoticeKind>(told.map((one) => one.kind))) {
    const of = told.filter((one) => one.kind === kind);
    const wanted = await listWhoChoseMail(
      tx,
      kind,
      'now',
      of.map(({ person }) => person),
    );
    await queueLetters(
      tx,
      of
        .filter(({ person }) => wanted.includes(person))
        .map(({ id, person }) => noticesToSend(person, { notices: [id], daily: false }, at)),
    );
  }
}

/** One line for each person: their letters of this kind go in the order in which things happened. */
export const noticesToSend = (person: PersonId, facts: { notices: number[]; daily: boolean }, at: Date) => ({
  line: `notices ${person}`,
  meeting: null,
  person,
  sequence: 0,
  method: 'WORDS' as const,
  facts: { about: 'notices', ...facts } satisfies PlainFacts,
  at,
});

/** S1: the soak has started, or started again; that it ends is shown once it has. */
export async function tellOfSoak(tx: Database, review: ReviewId, startedAt: Date): Promise<void> {
  await removeSoakNotices(tx, review);
  const people = await listPeopleOfSoak(tx, review);
  const common = { kind: 'soak', review, at: startedAt } as const;
  await insertNotices(
    tx,
    people.flatMap((person): NewNotice[] => [
      { ...common, person, what: 'started', about: `soak started ${review}` },
      { ...common, person, what: 'ended', about: `soak ended ${review}` },
    ]),
  );
}

/** An item is somebody's: they are told, unless it was they who took it; whoever had it before is not told of it any more. */
export async function tellOfItem(
  tx: Database,
  app: Pick<App, 'clock' | 'mail'>,
  { id, review, owner, by }: { id: string; review: ReviewId; owner: PersonId; by: PersonId },
): Promise<void> {
  await removeItemNotices(tx, id, owner);
  if (owner === by) return;
  const at = app.clock.now();
  await tell(tx, app, [
    { person: owner, kind: 'item', what: 'owned', about: `item ${id}`, review, item: id, at },
  ]);
}

/** K4: a comment names people, and answers whoever began its thread. Whoever is named in an answer is told once. */
export async function tellOfComment(
  tx: Database,
  app: Pick<App, 'clock' | 'mail'>,
  comment: {
    id: string;
    review: ReviewId;
    author: PersonId;
    mentions: readonly PersonId[];
    /** Who began the thread that this answers. */
    asker?: PersonId | undefined;
    at: Date;
  },
): Promise<void> {
  const { id, review, author, mentions, asker, at } = comment;
  const common = { review, comment: id, at };
  const named = mentions.filter((person) => person !== author);
  const notices = named.map(
    (person): NewNotice => ({ ...common, person, kind: 'mention', what: 'named', about: `mention ${id}` }),
  );
  if (asker !== undefined && asker !== author && !named.includes(asker))
    notices.push({ ...common, person: asker, kind: 'answer', what: 'answered', about: `answer ${id}` });
  await tell(tx, app, notices);
}

/** N1: what was told of a meeting's entry is a notice too, the newest alone; whoever planned it knows that they lead it. */
export async function tellOfMeeting(
  tx: Database,
  { id, reviewId }: Pick<Meeting, 'id' | 'reviewId'>,
  letters: readonly Letter[],
  at: Date,
): Promise<void> {
  const planner = await findPlanner(tx, id);
  await putMeetingNotices(
    tx,
    letters
      .filter(({ person, why }) => why !== 'invited' || person !== planner)
      .map(({ person, why }) => ({
        person,
        kind: 'meeting',
        what: why,
        about: `meeting ${id}`,
        review: reviewId,
        meeting: id,
        at,
      })),
  );
}
