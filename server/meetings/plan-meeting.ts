import { insertEvent } from '#db/meeting-events.ts';
import { saveStageNotes, saveStages } from '#db/meeting-stages.ts';
import { findMeeting, insertMeeting, setMeetingPeople } from '#db/meetings.ts';
import { lockReview } from '#db/reviews.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import { isSame } from '#domain/join-changes.ts';
import type { PlanRefused } from '#domain/meeting/check-plan.ts';
import type { Meeting, MeetingKind } from '#domain/meeting/meeting.ts';
import { targetsKept } from '#domain/meeting/stage-sources.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';
import { type JudgedPlan, judgePlan } from './judge-plan.ts';
import { nameReaders } from './name-readers.ts';
import { holdWhileAhead } from './plan-and-soak.ts';
import { planAsShown } from './plan-as-shown.ts';
import type { PlanInput } from './plan-input.ts';
import { notesOf, stagesOf } from './planned-stages.ts';

/**
 * Plans a meeting of a review. Those named who cannot read the review become its readers (P10); the form says so before.
 * @param id drawn for the form: pressed twice, it is one meeting. With another plan in it the second press is refused
 */
export async function planMeeting(
  app: App,
  person: SignedIn,
  review: string | undefined,
  kind: MeetingKind,
  input: PlanInput,
  id?: MeetingId,
): Promise<{ meeting: MeetingId } | PlanRefused | Refused> {
  const asked = await requireReview(app, person, review, 'plan meetings');
  const at = app.clock.now();
  const drawn = asId<MeetingId>(app.random.uuid());
  const outcome = await app.db.transaction().execute(async (tx) => {
    await lockReview(tx, asked.review.id);
    const plan = await judgePlan(tx, asked.review.id, kind, input, at);
    if ('refused' in plan) return plan;
    const there = id === undefined ? null : await findMeeting(tx, id);
    if (there?.reviewId === asked.review.id)
      return (await isPlannedAs(tx, there, input, plan)) ? { meeting: there.id } : refuse(PLANNED);
    const meeting = there === null ? (id ?? drawn) : drawn;
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

const PLANNED =
  'From this page a meeting is planned already, and it is not quite what stands here. What you typed is still here; the meeting is on the page of this review’s meetings, where its plan can be changed.';

/** What a plan says, without the ids and clocks its stages get. */
const saidBy = ({ stages, ...plan }: PlanInput) => ({
  ...plan,
  stages: stages.map(({ kind, title, minutes, prompt, notes, targets, teller }, place) => ({
    ...{ place, kind, title, minutes, prompt, notes, teller },
    targets: targetsKept(kind, targets),
  })),
});

const isPlannedAs = async (tx: Database, there: Meeting, input: PlanInput, judged: JudgedPlan) =>
  isSame(
    saidBy(await planAsShown(tx, there, true)),
    saidBy({ ...input, facilitators: judged.facilitators, invited: judged.invited }),
  );
