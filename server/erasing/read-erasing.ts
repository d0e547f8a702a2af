import { findLastErasure } from '#db/erasing.ts';
import { listNames } from '#db/people.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** What erasing would be about, to be confirmed: the epoch as it is now, who is writing at this moment, and the last time. */
export async function readErasing(app: App, person: SignedIn, id: string | undefined) {
  const { review, document } = await requireReview(app, person, id, 'erase');
  const others = app.collab.present(document).filter((one) => one !== person.id);
  return {
    epoch: review.epoch,
    writingNow: [...(await listNames(app.db, others)).values()],
    last: await findLastErasure(app.db, review.id),
  };
}
