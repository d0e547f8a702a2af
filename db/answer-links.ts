import { type Kysely, sql } from 'kysely';
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
  const rows = links.map(({ id, secretHash, meeting, person, at }) => ({
    ...{ id, meeting, person, at },
    hash: Buffer.from(secretHash).toString('hex'),
  }));
  await sql`
    insert into answer_links (id, secret_hash, purpose, meeting_id, person_id, made_at)
    select id, decode(hash, 'hex'), 'come', meeting, person, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as link (id text, hash text, meeting uuid, person uuid, at timestamptz)`.execute(db);
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
