import { createHash } from 'node:crypto';
import { insertUpload, uploadedBytes } from '#db/uploads.ts';
import { asId, type UploadId } from '#domain/ids.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import { pictureFacts } from '#domain/uploads/picture-facts.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from '../reviews/require-review.ts';

/** All pictures of one review together. */
const REVIEW_BYTES_MAX = 500 * 1024 * 1024;

/** Stores a picture for a review. What it is is told by its bytes; its name is not even kept. */
export async function addUpload(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  { bytes, alt }: { bytes: Uint8Array; alt: string },
): Promise<{ id: UploadId; width: number; height: number } | Refused> {
  const { review } = await requireReview(app, person, reviewId, 'write');
  const facts = pictureFacts(bytes);
  if (isRefused(facts)) return facts;
  if ((await uploadedBytes(app.db, review.id)) + bytes.length > REVIEW_BYTES_MAX)
    return refuse('The pictures of this review take 500 MB already.');
  const id = asId<UploadId>(app.random.uuid());
  await insertUpload(app.db, {
    id,
    review: review.id,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    alt,
    ...facts,
    by: person.id,
    at: app.clock.now(),
  });
  return { id, width: facts.width, height: facts.height };
}
