import { listMessages, listSources } from '#db/evidence.ts';
import { findUpload, listUploadSizes } from '#db/uploads.ts';
import type { ExportedMessage, ExportedReview } from '#domain/export/exported-review.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { App } from '../app.ts';

const PAGE = 5_000;

/** Every message of every source, unchanged and in its order. */
export async function collectEvidence(app: App, review: ReviewId): Promise<ExportedReview['evidence']> {
  const evidence: ExportedReview['evidence'] = [];
  for (const source of await listSources(app.db, review)) {
    const messages: ExportedMessage[] = [];
    for (let from = 0; ; from += PAGE) {
      const page = await listMessages(app.db, source.id, from, PAGE);
      for (const { id, key, speaker, at, text, kind, thread, extras } of page)
        messages.push({ id, key, speaker, at: at?.toISOString() ?? null, text, kind, thread, extras });
      if (page.length < PAGE) break;
    }
    evidence.push({ source: source.name, messages });
  }
  return evidence;
}

/** What one file carries in pictures; those beyond stay at their address, so that nobody's export fills the memory. */
const PICTURES_MAX = 40 * 1024 * 1024;

/** Uploads as data addresses by id, one read at a time, so that the file needs nothing else; and where the others are. */
export async function collectPictures(
  app: App,
  review: ReviewId,
  mostBytes = PICTURES_MAX,
): Promise<Pick<ExportedReview, 'pictures' | 'picturesInSoak'>> {
  const pictures: Record<string, string> = Object.create(null);
  const picturesInSoak: Record<string, string> = Object.create(null);
  let bytes = 0;
  for (const { id, media_type, size } of await listUploadSizes(app.db, review)) {
    if (bytes + size > mostBytes) {
      picturesInSoak[id] = `${app.origin}/reviews/${review}/uploads/${id}`;
      continue;
    }
    bytes += size;
    const upload = await findUpload(app.db, id);
    if (upload) pictures[id] = `data:${media_type};base64,${Buffer.from(upload.bytes).toString('base64')}`;
  }
  return { pictures, picturesInSoak };
}
