import { listMessages, listSources } from '#db/evidence.ts';
import { listUploads } from '#db/uploads.ts';
import type { ExportedReview } from '#domain/export/exported-review.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { App } from '../app.ts';

const PAGE = 5_000;

/** Every message of every source, unchanged and in its order. */
export async function collectEvidence(app: App, review: ReviewId): Promise<ExportedReview['evidence']> {
  const evidence: ExportedReview['evidence'] = [];
  for (const source of await listSources(app.db, review)) {
    const messages: ExportedReview['evidence'][number]['messages'] = [];
    for (let from = 0; ; from += PAGE) {
      const page = await listMessages(app.db, source.id, from, PAGE);
      for (const { id, speaker, at, text } of page)
        messages.push({ id, speaker, at: at?.toISOString() ?? null, text });
      if (page.length < PAGE) break;
    }
    evidence.push({ source: source.name, messages });
  }
  return evidence;
}

/** Uploads as data addresses by id, so that the file needs nothing else. */
export async function collectPictures(app: App, review: ReviewId): Promise<Record<string, string>> {
  const uploads = await listUploads(app.db, review);
  return Object.fromEntries(
    uploads.map((upload) => [
      upload.id,
      `data:${upload.media_type};base64,${Buffer.from(upload.bytes).toString('base64')}`,
    ]),
  );
}
