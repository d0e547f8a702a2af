import { insertEvent } from '#db/meeting-events.ts';
import { lockMeeting, saveMeeting } from '#db/meetings.ts';
import { lockReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { raised } from '#domain/meeting/decide.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { releaseSoakFrom } from '../soak/hold-soak.ts';
import { PLANNERS } from './edit-plan.ts';
import { requireMeeting } from './require-meeting.ts';

/** M2: a meeting that has not started is cancelled, with its reason; a soak that waited for it goes on (S1). */
export async function cancelMeeting(
  app: App,
  person: SignedIn,
  id: string | undefined,
  { reason }: { reason: string },
): Promise<true | Refused> {
  const asked = await requireMeeting(app, person, id);
  if (!asked.mayPlan) throw forbidden(PLANNERS);
  const at = app.clock.now();
  const outcome = await app.db.transaction().execute(async (tx) => {
    await lockReview(tx, asked.review.id);
    const meeting = await lockMeeting(tx, asked.meeting.id);
    if (meeting === null) throw notFound();
    if (meeting.phase !== 'planned' && meeting.phase !== 'lobby')
      return refuse('This meeting has started or is over. Only one that is still ahead can be cancelled.');
    const { id, reviewId, kind, plan, rev, steeredRev, queueOpen, relieved } = raised(meeting, 'steering');
    const facts = { id, reviewId, kind, plan, rev, steeredRev, queueOpen, relieved };
    await saveMeeting(tx, meeting, { ...facts, phase: 'cancelled', cancelledAt: at, reason });
    await insertEvent(tx, { meeting: id, rev, at, actor: person.id, command: 'cancel', about: {} });
    if (kind === 'review') await releaseSoakFrom(tx, reviewId, id, at);
    await raiseRightsCounter(tx);
    return true as const;
  });
  if (outcome === true) {
    app.collab.rightsChanged();
    app.collab.roomChanged(asked.meeting.id);
  }
  return outcome;
}
