import { isoDayOf, timeOf } from '#app/components/clock-words.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import type { App, SignedIn } from '#server/app.ts';
import { draftMeetingAgenda } from '#server/meetings/draft-agenda.ts';
import type { PlanInput } from '#server/meetings/plan-input.ts';
import { requireReview } from '#server/reviews/require-review.ts';
import { proposeActionSession, proposeInvited } from '#server/soak/propose-session.ts';
import { systemsOf } from '#server/systems/system-names.ts';

export const DEFAULT_MINUTES: Record<MeetingKind, number> = { review: 60, action: 45 };

/** A first proposal: two days on at ten for a review meeting, the soak's own proposal for an action session. */
export async function draftPlan(
  app: App,
  person: SignedIn,
  id: string,
  kind: MeetingKind,
  title: string,
): Promise<PlanInput> {
  const minutes = DEFAULT_MINUTES[kind];
  const { stages, writeUp } = await draftMeetingAgenda(app, person, id, { kind, minutes });
  const { review } = await requireReview(app, person, id);
  const facilitators = [person.id];
  const invited =
    kind === 'action'
      ? await proposeInvited(app.db, review.id, facilitators, systemsOf(writeUp.findings))
      : [];
  const proposed =
    kind === 'action'
      ? await proposeActionSession(app, review.id, [...facilitators, ...invited], { minutes })
      : null;
  const zone = proposed?.zone ?? person.zone;
  const twoDaysOn = new Date(app.clock.now().getTime() + 2 * 24 * 3_600_000);
  return {
    ...EMPTY_PLAN,
    title: kind === 'review' ? `${title}: review meeting` : `${title}: action session`,
    day: isoDayOf(proposed?.startsAt ?? twoDaysOn, zone),
    time: proposed ? timeOf(proposed.startsAt, zone) : '10:00',
    zone,
    minutes,
    facilitators,
    invited,
    stages,
  };
}

export const EMPTY_PLAN: PlanInput = {
  title: '',
  day: '',
  time: '',
  zone: '',
  minutes: 0,
  callLink: '',
  takeOver: 'co-facilitators',
  scribe: null,
  facilitators: [],
  invited: [],
  stages: [],
};
