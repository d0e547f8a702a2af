import type { App, SignedIn } from '../app.ts';
import { forbidden, notFound } from '../not-found.ts';
import { PLANNERS } from './edit-plan.ts';
import { planAsShown } from './plan-as-shown.ts';
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
  return { asked, plan: await planAsShown(app.db, asked.meeting, asked.actor.steers) };
}
