import type { App } from '../app.ts';
import type { DemoClock } from './demo-clock.ts';
import { seedPeople } from './seed-people.ts';
import { deriveLinks, seedReview } from './seed-reviews.ts';
import { minutesAfter, onDay } from './story-days.ts';

const DAY_MINUTES = 24 * 60;

/**
 * Makes the examples' history with the deeds that everyone uses, the clock standing at each of its instants in turn; afterwards
 * the clock runs. What a rule would have refused cannot be in it.
 */
export async function seedDemo(app: App, clock: DemoClock, zone = ownZone()): Promise<void> {
  const now = clock.now();
  const on = (day: string, time: `${number}:${number}`) => clock.standAt(onDay(day, time, zone));
  try {
    on('2026-06-01', '09:00');
    const cast = await seedPeople(app, zone);
    on('2026-07-06', '10:00');
    await seedReview(app, cast, 'twoCoasts');
    on('2026-09-21', '16:00');
    await seedReview(app, cast, 'certificate');
    on('2026-10-12', '11:00');
    await seedReview(app, cast, 'evacuation');
    clock.standAt(minutesAfter(now, -9 * DAY_MINUTES));
    await seedReview(app, cast, 'imagesGone');
    clock.standAt(minutesAfter(now, -6 * DAY_MINUTES));
    await seedReview(app, cast, 'wrongHost');
    await deriveLinks(app);
  } finally {
    clock.run();
  }
}

/** This machine's zone: whoever looks at the demo sits in front of it. */
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
