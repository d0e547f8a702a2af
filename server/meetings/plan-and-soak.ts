import type { PlanColumns } from '#db/meetings.ts';
import { forgetSessionMoved } from '#db/soaks.ts';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import { type MeetingKind, plannedEnd } from '#domain/meeting/meeting.ts';
import type { Database } from '../app.ts';
import { holdSoakFor } from '../soak/hold-soak.ts';

/**
 * S1: a further review meeting, planned or moved while the review soaks, holds the soak. S4: an action session planned by hand
 * stands where it was put, whatever moved before. After the meeting's row is written.
 */
export async function holdWhileAhead(
  tx: Database,
  review: ReviewId,
  kind: MeetingKind,
  meeting: MeetingId,
  plan: Pick<PlanColumns, 'startsAt' | 'minutes'>,
  now: Date,
): Promise<void> {
  if (kind === 'action') await forgetSessionMoved(tx, review);
  else await holdSoakFor(tx, review, { id: meeting, plannedEnd: plannedEnd(plan) }, now);
}
