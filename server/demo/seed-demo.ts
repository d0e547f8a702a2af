import type { App } from '../app.ts';
import type { DemoClock } from './demo-clock.ts';
import { ownZone } from './own-zone.ts';
import { seedImagesGone } from './seed-images-gone.ts';
import { castOf, seedPeople } from './seed-people.ts';
import { seedReads } from './seed-reads.ts';
import { deriveLinks, seedReview } from './seed-reviews.ts';
import { seedTwoCoasts } from './seed-two-coasts.ts';
import { seedWrongHost } from './seed-wrong-host.ts';
import { onDay } from './story-days.ts';

/**
 * Makes the examples' history with the deeds that everyone uses, the clock standing at each of its instants in turn; afterwards
 * the clock runs. What a rule would have refused cannot be in it.
 */
export async function seedDemo(app: App, clock: DemoClock, zone = ownZone()): Promise<void> {
  await seedPast(app, clock, zone);
  await seedPresent(app, clock, zone);
}

/** What happened on days of its own, whenever the demo starts: people, B, D and E, and the words of A and C. The template holds it. */
export async function seedPast(app: App, clock: DemoClock, zone = ownZone()): Promise<void> {
  await standing(clock, async () => {
    const cast = castOf(zone);
    clock.standAt(onDay('2026-06-01', '09:00', zone));
    await seedPeople(app, zone);
    await seedTwoCoasts(app, clock, cast);
    clock.standAt(onDay('2026-09-21', '16:00', zone));
    await seedReview(app, cast, 'certificate');
    clock.standAt(onDay('2026-10-12', '11:00', zone));
    await seedReview(app, cast, 'evacuation');
    // told from now as to when they were published (`seedPresent`), written beforehand: it is most of the work
    await seedReview(app, cast, 'imagesGone');
    await seedReview(app, cast, 'wrongHost');
    await deriveLinks(app);
    await seedReads(app, clock, cast);
  });
}

/** What is told from now: C soaks, A is about to meet. */
export async function seedPresent(app: App, clock: DemoClock, zone = ownZone()): Promise<void> {
  const now = clock.now();
  await standing(clock, async () => {
    const cast = castOf(zone);
    await seedImagesGone(app, clock, cast, now);
    await seedWrongHost(app, clock, cast, now);
  });
}

async function standing(clock: DemoClock, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    clock.run();
  }
}
