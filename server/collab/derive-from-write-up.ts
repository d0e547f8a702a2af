import type { Doc } from 'yjs';
import { parseDocumentName } from '#collab/document/document-names.ts';
import { readWriteUp } from '#collab/document/read-write-up.ts';
import { saveDerived } from '#db/reviews.ts';
import { storable } from '#domain/import/storable.ts';
import { linksOf } from '#domain/write-up-links.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App } from '../app.ts';
import { mendAnchors } from '../comments/mend-anchors.ts';

/** Keeps a review's derived columns (title, standfirst, search, links) and its comments' anchors in step with its write-up; called after compaction. */
export async function deriveFromWriteUp(app: App, document: string, doc: Doc): Promise<void> {
  const name = parseDocumentName(document);
  if (name?.kind !== 'write-up') return;
  const writeUp = readWriteUp(doc);
  await app.db.transaction().execute((tx) =>
    saveDerived(tx, name.review, {
      title: storable(writeUp.title.trim().slice(0, 300)) || 'Untitled',
      standfirst: storable(writeUp.standfirst.trim().slice(0, 600)),
      searchText: storable(writeUpText(writeUp)),
      linksTo: linksOf(writeUp),
    }),
  );
  await mendAnchors(app, name.review, doc);
}
