import { hasLiveMeeting } from '#db/demo-clock.ts';
import { listSoaksToEnd } from '#db/readable-reviews.ts';
import { findSoak } from '#db/soaks.ts';
import type { ReviewId } from '#domain/ids.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import { isSoaking } from '#domain/soak/soak.ts';
import type { App, SignedIn } from '../app.ts';
import { publishFigures } from '../attendance/publish-figures.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/** What the demo's banner offers to skip: soaks that would end by themselves, the nearest end first. */
export interface PassableSoak {
  review: ReviewId;
  title: string;
  endsAt: Date;
}

export async function listPassableSoaks(app: App, person: SignedIn): Promise<PassableSoak[]> {
  if (!app.demo) return [];
  const running = await listSoaksToEnd(app.db, person.id, app.clock.now());
  return running.map(({ id, title, ends_at }) => ({ review: id, title, endsAt: ends_at }));
}

/** Moves the demo's clock to the end of one review's soak. Only where the demo's own entry handed one over. */
export async function letSoakPass(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<{ review: ReviewId } | Refused> {
  if (!app.demo) throw notFound();
  const { review } = await requireReview(app, person, id);
  const soak = await findSoak(app.db, review.id);
  if (!soak || !isSoaking(soak, app.clock.now()))
    return refuse('This is not soaking, so there is nothing to let pass.');
  if (soak.heldFor !== null)
    return refuse('This soak waits for a further review meeting. Hold or cancel that one first.');
  if (await hasLiveMeeting(app.db))
    return refuse('A meeting is running. The demo’s clock stays with it; end the meeting first.');
  await app.demo.moveClockTo(soak.endsAt);
  await publishFigures(app);
  return { review: review.id };
}
