import type { Kysely } from 'kysely';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What an action meeting knows beyond a meeting; there is none before it has been started (S8). */
export interface StoredActionSession {
  meeting: MeetingId;
  review: ReviewId;
  unsealed: boolean;
  openIdea: string | null;
}

export const findActionSession = async (
  db: Database,
  meeting: MeetingId,
): Promise<StoredActionSession | null> => {
  const row = await db
    .selectFrom('action_sessions')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  if (!row) return null;
  return { meeting: row.meeting_id, review: row.review_id, unsealed: row.unsealed, openIdea: row.open_idea };
};

/** Comes with the meeting's start; a second start finds it there. */
export const beginActionSession = async (
  db: Database,
  meeting: MeetingId,
  review: ReviewId,
): Promise<void> => {
  await db
    .insertInto('action_sessions')
    .values({ meeting_id: meeting, review_id: review, open_idea: null })
    .onConflict((conflict) => conflict.column('meeting_id').doNothing())
    .execute();
};

export const markUnsealed = async (db: Database, meeting: MeetingId): Promise<void> => {
  await db.updateTable('action_sessions').set({ unsealed: true }).where('meeting_id', '=', meeting).execute();
};

export const openIdeaInRoom = async (
  db: Database,
  meeting: MeetingId,
  idea: string | null,
): Promise<void> => {
  await db
    .updateTable('action_sessions')
    .set({ open_idea: idea })
    .where('meeting_id', '=', meeting)
    .execute();
};

/** True once the ideas of this review have been opened; from then on none is sealed. */
export const isUnsealed = async (db: Database, review: ReviewId): Promise<boolean> => {
  const row = await db
    .selectFrom('action_sessions')
    .select('meeting_id')
    .where('review_id', '=', review)
    .where('unsealed', '=', true)
    .executeTakeFirst();
  return row !== undefined;
};
