import { noteRead } from '#db/reads.ts';
import { asId, isUuid, type ReviewId } from '#domain/ids.ts';
import { wallClockAt } from '#domain/soak/wall-clock.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { findReviewFor } from '../reviews/require-review.ts';

/** R1: the page says that it was visible for 20 s. Those who write it are not its readers. Once per person and day. */
export async function noteOwnRead(app: App, person: SignedIn, id: string | undefined): Promise<void> {
  const asked = isUuid(id) ? await findReviewFor(app, person, asId<ReviewId>(id)) : null;
  if (!asked) throw notFound();
  const { review, access } = asked;
  const writes = access.analysts.includes(person.id) || access.writers.includes(person.id);
  if (writes || review.published_at === null) return;
  await noteRead(app.db, review.id, person.id, wallClockAt(app.clock.now(), person.zone).day);
}
