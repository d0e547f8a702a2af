import type { App } from '../app.ts';
import type { DemoClock } from './demo-clock.ts';
import { seedImagesGone } from './seed-images-gone.ts';
import { seedPeople } from './seed-people.ts';
import { deriveLinks, seedReview } from './seed-reviews.ts';
import { seedTwoCoasts } from './seed-two-coasts.ts';
import { seedWrongHost } from './seed-wrong-host.ts';
import { onDay } from './story-days.ts';

/**
 * Makes the examples' history with the deeds that everyone uses, the clock standing at each of its instants in turn; afterwards
 * the clock runs. What a rule would have refused cannot be in it.
 */
export async function seedDemo(app: App, clock: DemoClock, zone = ownZone()): Promise<void> {
  const now = clock.now();
  try {
    clock.standAt(onDay('2026-06-01', '09:00', zone));
    const cast = await seedPeople(app, zone);
    await seedTwoCoasts(app, clock, cast);
    clock.standAt(onDay('2026-09-21', '16:00', zone));
    await seedReview(app, cast, 'certificate');
    clock.standAt(onDay('2026-10-12', '11:00', zone));
    await seedReview(app, cast, 'evacuation');
    await seedImagesGone(app, clock, cast, now);
    await seedWrongHost(app, clock, cast, now);
    await deriveLinks(app);
  } finally {
    clock.run();
  }
}

/** This machine's zone: whoever looks at the demo sits in front of it. */
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
