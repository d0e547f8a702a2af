import { beginActionSession } from '#db/action-sessions.ts';
import { findSoak } from '#db/soaks.ts';
import type { MeetingId, ReviewId } from '#domain/ids.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import { mayStartActionMeeting } from '#domain/soak/soak.ts';
import type { Database } from '../app.ts';

/** S5: asks the soak and, when it is over, opens the session that items may come from (S8). Part of the command `start`, in its transaction. */
export async function startActionSession(
  tx: Database,
  meeting: { id: MeetingId; review: ReviewId },
  now: Date,
): Promise<true | Refused> {
  const may = mayStartActionMeeting(await findSoak(tx, meeting.review), now);
  if (isRefused(may)) return may;
  await beginActionSession(tx, meeting.id, meeting.review);
  return true;
}
