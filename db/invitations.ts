import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { namesPerson } from './named-in-meetings.ts';
import type { Schema } from './schema.ts';

/** Other meetings of this review that this person is invited to or tells a part in, cancelled ones apart; the newest first. */
export const listOtherInvitations = async (
  db: Kysely<Schema>,
  review: ReviewId,
  person: PersonId,
  than: MeetingId,
): Promise<MeetingId[]> => {
  const rows = await db
    .selectFrom('meetings')
    .select('id')
    .where('review_id', '=', review)
    .where('id', '!=', than)
    .where('phase', '!=', 'cancelled')
    .where((row) => namesPerson(row.ref('id'), person))
    .orderBy('starts_at', 'desc')
    .execute();
  return rows.map((row) => row.id);
};
