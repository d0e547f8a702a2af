import { insertEvent } from '#db/meeting-events.ts';
import { listStages, saveStageNotes, saveStages } from '#db/meeting-stages.ts';
import { lockMeeting, saveMeeting, setMeetingPeople, updatePlan } from '#db/meetings.ts';
import { lockReview } from '#db/reviews.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Loaded } from '#domain/join-changes.ts';
import type { PlanRefused } from '#domain/meeting/check-plan.ts';
import { raised } from '#domain/meeting/decide.ts';
import { type Meeting, opensAt } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { joinPlans, type PlanAsked } from './join-plans.ts';
import { type JudgedPlan, judgePlan } from './judge-plan.ts';
import { nameReaders, unnameReaders } from './name-readers.ts';
import { holdWhileAhead } from './plan-and-soak.ts';
import { planAsShown } from './plan-as-shown.ts';
import type { PlanInput } from './plan-input.ts';
import { notesOf, stagesOf } from './planned-stages.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';

/**
 * Changes a plan as long as the meeting has not started; afterwards the room's own commands do.
 * @param takeBackReading whether those uninvited also stop being readers of the review (P10)
 * @param loaded the plan its form was loaded with: only what differs from it is changed, and what others have changed differently
 * since is asked about. Without it the plan is taken whole
 */
export async function editPlan(
  app: App,
  person: SignedIn,
  id: string | undefined,
  typed: PlanInput,
  { takeBackReading = false, loaded }: { takeBackReading?: boolean; loaded?: Loaded | undefined } = {},
): Promise<true | PlanRefused | PlanAsked | Refused> {
  const asked = await requireMeeting(app, person, id);
  if (!asked.mayPlan) throw forbidden(PLANNERS);
  const now = app.clock.now();
  const outcome = await app.db.transaction().execute(async (tx) => {
    await lockReview(tx, asked.review.id);
    const meeting = await lockMeeting(tx, asked.meeting.id);
    if (meeting === null) throw notFound();
    if (meeting.phase !== 'planned' && meeting.phase !== 'lobby')
      return refuse('This meeting has started or is over. Its agenda changes in the room.');
    const input =
      loaded === undefined
        ? typed
        : joinPlans(loaded, await planAsShown(tx, meeting, asked.actor.steers), typed);
    if ('asked' in input) return input;
    const plan = await judgePlan(tx, asked.review.id, meeting.kind, input, now);
    if ('refused' in plan) return plan;
    const before = await namedIn(tx, meeting);
    await rewrite(tx, app, person, { ...asked, meeting }, plan, input);
    if (takeBackReading)
      await unnameReaders(tx, { review: meeting.reviewId, meeting: meeting.id }, uninvited(before, plan));
    await holdWhileAhead(tx, asked.review.id, meeting.kind, meeting.id, plan, now);
    return true as const;
  });
  if (outcome === true) {
    app.collab.rightsChanged();
    app.collab.roomChanged(asked.meeting.id);
  }
  return outcome;
}

export const PLANNERS = 'The analysts of this review and its facilitators plan its meetings.';

/** One more `rev`, so that whoever is in the lobby already sees the new plan. */
async function rewrite(
  tx: Database,
  app: App,
  person: SignedIn,
  { meeting, review, access, actor }: AskedMeeting,
  plan: JudgedPlan,
  input: PlanInput,
): Promise<void> {
  const at = app.clock.now();
  const before = await listStages(tx, meeting.id);
  const stages = stagesOf(app, input.stages, before);
  await saveStages(tx, meeting.id, before, stages);
  // P6: who may not read the notes that are there does not write over them either
  const unread = actor.steers ? [] : before;
  await saveStageNotes(tx, meeting.id, notesOf(input.stages, stages, unread));
  await updatePlan(tx, meeting.id, plan);
  const after = reopened(raised(meeting, 'steering'), plan, at);
  await saveMeeting(tx, meeting, after);
  await setMeetingPeople(tx, meeting.id, 'facilitator', plan.facilitators);
  await setMeetingPeople(tx, meeting.id, 'invited', plan.invited);
  await insertEvent(tx, {
    meeting: meeting.id,
    rev: after.rev,
    at,
    actor: person.id,
    command: 'plan',
    about: {},
  });
  await nameReaders(tx, { review: review.id, meeting: meeting.id }, access, plan);
}

/** A lobby whose meeting moved away closes until then. */
const reopened = (meeting: Meeting, plan: JudgedPlan, now: Date): Meeting =>
  meeting.phase === 'lobby' && now < opensAt(plan) ? { ...meeting, phase: 'planned' } : meeting;

/** Whom the plan named until now: invited, or telling a part. */
const namedIn = async (tx: Database, { id, plan }: Meeting): Promise<PersonId[]> => [
  ...plan.invited,
  ...(await listStages(tx, id)).flatMap(({ teller }) => teller ?? []),
];

const uninvited = (before: readonly PersonId[], plan: JudgedPlan) =>
  before.filter((person) => ![...plan.invited, ...plan.facilitators, ...plan.tellers].includes(person));
