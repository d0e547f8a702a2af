import type { PlanColumns } from '#db/meetings.ts';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import { type MeetingKind, plannedEnd } from '#domain/meeting/meeting.ts';
import type { Database } from '../app.ts';
import { holdSoakFor } from '../soak/hold-soak.ts';

/** S1: a further review meeting, planned or moved while the review soaks, holds the soak. After the meeting's row is written. */
export async function holdWhileAhead(
  tx: Database,
  review: ReviewId,
  kind: MeetingKind,
  meeting: MeetingId,
  plan: Pick<PlanColumns, 'startsAt' | 'minutes'>,
  now: Date,
): Promise<void> {
  if (kind === 'review') await holdSoakFor(tx, review, { id: meeting, plannedEnd: plannedEnd(plan) }, now);
}
