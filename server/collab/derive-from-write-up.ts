import type { Doc } from 'yjs';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { lockReview, saveDerived } from '#db/reviews.ts';
import type { App } from '../app.ts';
import { mendAnchors } from '../comments/mend-anchors.ts';
import { derivedFrom } from './derived-from.ts';

/** Keeps a review's derived columns (title, standfirst, search, links) and its comments' anchors in step with its write-up; called after compaction. */
export async function deriveFromWriteUp(app: App, document: string, doc: Doc): Promise<void> {
  const name = parseDocumentName(document);
  if (name?.kind !== 'write-up') return;
  const derived = derivedFrom(readWriteUp(doc));
  const isCurrent = await app.db.transaction().execute(async (tx) => {
    // D14: what an older epoch read like is kept nowhere
    if ((await lockReview(tx, name.review))?.epoch !== name.epoch) return false;
    await saveDerived(tx, name.review, derived);
    return true;
  });
  if (isCurrent) await mendAnchors(app, name, doc);
}
