import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface NewAnswerLink {
  id: string;
  secretHash: Uint8Array;
  meeting: MeetingId;
  person: PersonId;
  at: Date;
}

export async function insertAnswerLinks(db: Database, links: readonly NewAnswerLink[]): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto('answer_links')
    .values(
      links.map(({ id, secretHash, meeting, person, at }) => ({
        id,
        secret_hash: secretHash,
        purpose: 'come' as const,
        meeting_id: meeting,
        person_id: person,
        made_at: at,
      })),
    )
    .execute();
}

/** What the link is for, while its recipient is active and the meeting is there. */
export const findAnswerLink = async (db: Database, id: string) =>
  (await db
    .selectFrom('answer_links')
    .innerJoin('people', 'people.id', 'answer_links.person_id')
    .innerJoin('meetings', 'meetings.id', 'answer_links.meeting_id')
    .innerJoin('reviews', 'reviews.id', 'meetings.review_id')
    .leftJoin('invitations', (join) =>
      join
        .onRef('invitations.meeting_id', '=', 'answer_links.meeting_id')
        .onRef('invitations.person_id', '=', 'answer_links.person_id'),
    )
    .leftJoin('workspace', (join) => join.onTrue())
    .select([
      'answer_links.secret_hash',
      'answer_links.meeting_id as meeting',
      'answer_links.person_id as person',
      'people.name',
      'people.zone',
      'workspace.zone as workspaceZone',
      'meetings.title',
      'meetings.kind',
      'reviews.privacy',
      'meetings.phase',
      'meetings.starts_at as startsAt',
      'meetings.zone as meetingZone',
      'meetings.minutes',
      'invitations.standing',
      'invitations.answer',
    ])
    .where('answer_links.id', '=', id)
    .where('people.deactivated_at', 'is', null)
    .where('reviews.deleted_at', 'is', null)
    .executeTakeFirst()) ?? null;
