import type { App } from '../app.ts';
import { reflect } from '../soak/reflect.ts';
import { REVIEWS } from './content/ids.ts';
import { twoCoastsDecisions, twoCoastsMeeting } from './content/meetings/two-coasts.ts';
import type { DemoClock } from './demo-clock.ts';
import { finishItems, holdActionSession } from './seed-action-session.ts';
import type { Cast } from './seed-people.ts';
import { planFor } from './seed-plan.ts';
import { holdReviewMeeting } from './seed-review-meeting.ts';
import { seedReview } from './seed-reviews.ts';
import { stagehand } from './stage-hands.ts';
import { onDay } from './story-days.ts';

const review = REVIEWS.twoCoasts;

/** B, in July: written, met about, soaked, decided; two of its items are finished since, one is open. */
export async function seedTwoCoasts(app: App, clock: DemoClock, cast: Cast): Promise<void> {
  const at = (day: string, time: `${number}:${number}`) => onDay(day, time, cast.zone);
  clock.standAt(at('2026-07-06', '10:00'));
  await seedReview(app, cast, 'twoCoasts');
  const meets = at('2026-07-16', '10:00');
  clock.standAt(at('2026-07-13', '09:30'));
  const met = await planFor(app, cast, {
    review,
    kind: 'review',
    title: 'Two coasts, two truths',
    startsAt: meets,
    minutes: 60,
    invited: ['amir', 'priya', 'tomas', 'grace', 'otto', 'vera'],
    teller: 'amir',
    themes: ['From the link to the red status', 'The day of copying'],
  });
  clock.standAt(meets);
  await holdReviewMeeting(stagehand(app, clock, cast, met.meeting), met.agenda, twoCoastsMeeting);
  const acts = at('2026-07-21', '14:00');
  const session = await planFor(app, cast, {
    review,
    kind: 'action',
    title: 'Action session: Two coasts, two truths',
    startsAt: acts,
    minutes: 40,
    invited: ['priya', 'tomas', 'otto'],
  });
  clock.standAt(at('2026-07-17', '18:40'));
  for (const { by, words } of twoCoastsMeeting.reflections)
    await reflect(app, cast.people[by], review, { words });
  clock.standAt(acts);
  await holdActionSession(
    app,
    cast,
    stagehand(app, clock, cast, session.meeting),
    review,
    twoCoastsDecisions,
  );
  clock.standAt(at('2026-08-19', '15:00'));
  await finishItems(app, cast, review, twoCoastsDecisions);
}
