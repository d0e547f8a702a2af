import { listStageNotes, listStages } from '#db/meeting-stages.ts';
import { findPlannedTime } from '#db/meetings.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { App, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { PLANNERS } from './edit-plan.ts';
import type { PlanInput } from './plan-input.ts';
import { type AskedMeeting, requireMeeting } from './require-meeting.ts';

/** A plan as the form that changes it shows it. Its notes go to those who facilitate this meeting, not to everyone who plans (P6). */
export async function readPlan(
  app: App,
  person: SignedIn,
  id: string | undefined,
  /** Where the address names a review too, the meeting is one of its own or not there. */
  review?: string,
): Promise<{ asked: AskedMeeting; plan: PlanInput }> {
  const asked = await requireMeeting(app, person, id);
  if (review !== undefined && asked.meeting.reviewId !== review) throw notFound();
  if (!asked.mayPlan) throw forbidden(PLANNERS);
  const { meeting } = asked;
  const notes = asked.actor.steers ? await listStageNotes(app.db, meeting.id) : {};
  const stages = await listStages(app.db, meeting.id);
  return {
    asked,
    plan: {
      ...(await whenOf(app, meeting)),
      title: meeting.plan.title,
      zone: meeting.plan.zone,
      minutes: meeting.plan.minutes,
      callLink: meeting.plan.callLink,
      takeOver: meeting.plan.takeOver,
      scribe: meeting.plan.scribe,
      facilitators: [...meeting.plan.facilitators],
      invited: [...meeting.plan.invited],
      stages: stages.map(({ id, kind, title, minutes, prompt, targets, teller }) => ({
        id,
        kind,
        title,
        minutes,
        prompt,
        targets,
        teller,
        notes: notes[id] ?? '',
      })),
    },
  };
}

const whenOf = async (app: App, meeting: Meeting) => {
  const [day = '', time = ''] = ((await findPlannedTime(app.db, meeting.id)) ?? '').split('T');
  return { day, time };
};
