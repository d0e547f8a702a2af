import { movePublication } from '#db/demo-clock.ts';
import type { App } from '../app.ts';
import { REVIEWS } from './content/ids.ts';
import type { DemoClock } from './demo-clock.ts';
import { seedComments } from './seed-comments.ts';
import type { Cast } from './seed-people.ts';
import { planFor } from './seed-plan.ts';
import { aboutToStart, minutesAfter } from './story-days.ts';

const A_DAY = 24 * 60;

/** A: published some days ago, with its chat; its meeting is about to start and the lobby is open. */
export async function seedWrongHost(app: App, clock: DemoClock, cast: Cast, now: Date): Promise<void> {
  clock.standAt(minutesAfter(now, -6 * A_DAY));
  await movePublication(app.db, REVIEWS.wrongHost, clock.now());
  clock.standAt(minutesAfter(now, -2 * A_DAY));
  await planFor(app, cast, {
    review: REVIEWS.wrongHost,
    kind: 'review',
    title: 'A database deleted on the wrong host',
    startsAt: aboutToStart(now),
    minutes: 60,
    invited: ['amir', 'priya', 'tomas', 'grace', 'otto', 'vera'],
    teller: 'priya',
    themes: ['Load, and a story that fitted', 'From one repair to the next, and the morning after'],
  });
  await seedComments(app, clock, cast, REVIEWS.wrongHost, now);
}
