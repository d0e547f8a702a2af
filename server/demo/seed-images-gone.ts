import { movePublication } from '#db/demo-clock.ts';
import { findSoak } from '#db/soaks.ts';
import type { App } from '../app.ts';
import { reflect } from '../soak/reflect.ts';
import { REVIEWS } from './content/ids.ts';
import { imagesGoneMeeting } from './content/meetings/images-gone.ts';
import type { DemoClock } from './demo-clock.ts';
import type { Cast } from './seed-people.ts';
import { planFor } from './seed-plan.ts';
import { holdReviewMeeting } from './seed-review-meeting.ts';
import { stagehand } from './stage-hands.ts';
import { minutesAfter, onDay, workingDayBefore } from './story-days.ts';

const review = REVIEWS.imagesGone;
const A_WEEK = 7 * 24 * 60;

/** C: its meeting was on the last working day, its ideas soak, its action session stands where the soak ends. */
export async function seedImagesGone(app: App, clock: DemoClock, cast: Cast, now: Date): Promise<void> {
  const lastDay = workingDayBefore(now, { zone: cast.zone, weekend: [6, 7], holidays: [] });
  const meets = onDay(lastDay, '10:00', cast.zone);
  clock.standAt(minutesAfter(meets, -A_WEEK));
  await movePublication(app.db, review, clock.now());
  const met = await planFor(app, cast, {
    review,
    kind: 'review',
    title: 'The day the images were gone',
    startsAt: meets,
    minutes: 60,
    invited: ['amir', 'priya', 'tomas', 'grace', 'otto', 'vera'],
    teller: 'tomas',
    themes: ['From the pause to the missing images'],
  });
  clock.standAt(meets);
  await holdReviewMeeting(stagehand(app, clock, cast, met.meeting), met.agenda, imagesGoneMeeting);
  await planSession(app, cast);
  clock.standAt(onDay(lastDay, '16:20', cast.zone));
  for (const { by, words } of imagesGoneMeeting.reflections)
    await reflect(app, cast.people[by], review, { words });
}

async function planSession(app: App, cast: Cast): Promise<void> {
  const soak = await findSoak(app.db, review);
  if (!soak) throw new Error('the meeting ended and no soak began');
  await planFor(app, cast, {
    review,
    kind: 'action',
    title: 'Action session: The day the images were gone',
    startsAt: soak.endsAt,
    minutes: 40,
    invited: ['amir', 'priya', 'tomas', 'otto'],
  });
}
