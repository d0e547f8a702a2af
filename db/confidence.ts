import type { Kysely } from 'kysely';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

/** Closed confidence polls of a review's meetings, in the order of agenda and meetings; only what everybody may know (U2). */
export const listConfidence = (
  db: Kysely<Schema>,
  review: ReviewId,
): Promise<
  {
    stage: string;
    meeting: MeetingId;
    kind: 'poll-before' | 'poll-after';
    question: string;
    choice: string;
    count: number | null;
  }[]
> =>
  db
    .selectFrom('poll_counts')
    .innerJoin('meeting_stages', 'meeting_stages.id', 'poll_counts.stage_id')
    .innerJoin('meetings', 'meetings.id', 'meeting_stages.meeting_id')
    .select([
      'meeting_stages.id as stage',
      'meetings.id as meeting',
      'meeting_stages.kind',
      'meeting_stages.prompt as question',
      'choice',
      'count',
    ])
    .where('meetings.review_id', '=', review)
    .where('meetings.phase', '=', 'ended')
    .where('meeting_stages.kind', 'in', ['poll-before', 'poll-after'])
    .orderBy('meetings.starts_at')
    .orderBy('meeting_stages.position')
    .$narrowType<{ kind: 'poll-before' | 'poll-after' }>()
    .execute();
