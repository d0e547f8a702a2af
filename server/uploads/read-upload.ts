import { findUpload, type UploadRow } from '#db/uploads.ts';
import { isUuid } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { requireReview } from '../reviews/require-review.ts';

/** A picture of a review, for whoever may read that review; both ids must belong together. */
export async function readUpload(
  app: App,
  person: SignedIn,
  reviewId: string | undefined,
  uploadId: string | undefined,
): Promise<UploadRow> {
  const { review } = await requireReview(app, person, reviewId);
  const upload = isUuid(uploadId) ? await findUpload(app.db, uploadId) : undefined;
  if (!upload || upload.review_id !== review.id) throw notFound();
  return upload;
}

/** Headers under which stored bytes can do nothing but be shown. They never change: an id is one picture for ever. */
export const pictureHeaders = ({
  media_type,
  sha256,
}: Pick<UploadRow, 'media_type' | 'sha256'>): HeadersInit => ({
  'Content-Type': media_type,
  'Content-Disposition': 'inline',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, max-age=31536000, immutable',
  ETag: `"${sha256}"`,
});
