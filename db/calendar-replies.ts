import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Coming } from '#domain/invitations/coming.ts';
import type { RepliedTo } from '#domain/invitations/replies.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Whose invitation an entry's UID and an address lead to; a deactivated person's or a binned review's to nothing. */
export async function findRepliedTo(
  db: Database,
  uid: string,
  attendee: string,
): Promise<(RepliedTo & { meeting: MeetingId; person: PersonId }) | null> {
  const row = await db
    .selectFrom('calendar_entries as entry')
    .innerJoin('meetings', 'meetings.id', 'entry.meeting_id')
    .innerJoin('reviews', 'reviews.id', 'meetings.review_id')
    .innerJoin('invitations', 'invitations.meeting_id', 'entry.meeting_id')
    .innerJoin('people', 'people.id', 'invitations.person_id')
    .select([
      'meetings.id as meeting',
      'meetings.phase',
      'people.id as person',
      'invitations.standing',
      'invitations.sequence',
      'invitations.answered_at as answeredAt',
    ])
    .where('entry.uid', '=', uid)
    .where('people.email', '=', attendee)
    .where('people.deactivated_at', 'is', null)
    .where('reviews.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { phase, ...found } = row;
  return { ...found, isOver: phase === 'ended' || phase === 'cancelled' };
}

/** Keeps what a reply said unless something newer was said meanwhile; false then. */
export const keepReply = async (
  db: Database,
  { meeting, person, say, at }: { meeting: MeetingId; person: PersonId; say: Coming; at: Date },
): Promise<boolean> =>
  (
    await db
      .updateTable('invitations')
      .set({ answer: say, answered_at: at })
      .where('meeting_id', '=', meeting)
      .where('person_id', '=', person)
      .where('standing', '=', 'invited')
      .where((row) => row.or([row('answered_at', 'is', null), row('answered_at', '<', at)]))
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** How far a mailbox has been read; null: never, or it is another mailbox under the same name. */
export const findReadUpTo = async (db: Database, mailbox: string, validity: string): Promise<number | null> =>
  (
    await db
      .selectFrom('reply_mailboxes')
      .select('last_uid')
      .where('mailbox', '=', mailbox)
      .where('validity', '=', validity)
      .executeTakeFirst()
  )?.last_uid ?? null;

export const saveReadUpTo = async (
  db: Database,
  mailbox: string,
  validity: string,
  last: number,
): Promise<void> => {
  await db
    .insertInto('reply_mailboxes')
    .values({ mailbox, validity, last_uid: last })
    .onConflict((same) => same.column('mailbox').doUpdateSet({ validity, last_uid: last }))
    .execute();
};
