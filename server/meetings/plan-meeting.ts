import { insertEvent } from '#db/meeting-events.ts';
import { saveStageNotes, saveStages } from '#db/meeting-stages.ts';
import { insertMeeting, setMeetingPeople } from '#db/meetings.ts';
import { lockReview } from '#db/reviews.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import type { PlanRefused } from '#domain/meeting/check-plan.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { judgePlan } from './judge-plan.ts';
import { nameReaders } from './name-readers.ts';
import { holdWhileAhead } from './plan-and-soak.ts';
import type { PlanInput } from './plan-input.ts';
import { notesOf, stagesOf } from './planned-stages.ts';

/** Plans a meeting of a review. Those named who cannot read the review become its readers (P10); the form says so before. */
export async function planMeeting(
  app: App,
  person: SignedIn,
  review: string | undefined,
  kind: MeetingKind,
  input: PlanInput,
): Promise<{ meeting: MeetingId } | PlanRefused> {
  const asked = await requireReview(app, person, review, 'plan meetings');
  const at = app.clock.now();
  const meeting = asId<MeetingId>(app.random.uuid());
  const outcome = await app.db.transaction().execute(async (tx) => {
    await lockReview(tx, asked.review.id);
    const plan = await judgePlan(tx, asked.review.id, kind, input, at);
    if ('refused' in plan) return plan;
    await insertMeeting(tx, { id: meeting, review: asked.review.id, kind, plannedBy: person.id, at }, plan);
    await setMeetingPeople(tx, meeting, 'facilitator', plan.facilitators);
    await setMeetingPeople(tx, meeting, 'invited', plan.invited);
    const stages = stagesOf(app, input.stages, []);
    await saveStages(tx, meeting, [], stages);
    await saveStageNotes(tx, meeting, notesOf(input.stages, stages));
    await insertEvent(tx, { meeting, rev: 0, at, actor: person.id, command: 'plan', about: {} });
    await nameReaders(tx, { review: asked.review.id, meeting }, asked.access, plan);
    await holdWhileAhead(tx, asked.review.id, kind, meeting, plan, at);
    return { meeting };
  });
  if ('meeting' in outcome) app.collab.rightsChanged();
  return outcome;
}
