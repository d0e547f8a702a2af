import type * as Y from 'yjs';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { listThreads } from '#db/comment-threads.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { App } from '../app.ts';
import { foundAgain, keepAnchors } from './carry-anchors.ts';

/** K5: after somebody changed the write-up without sending anchors (a script, a lost message), threads are given the place their words were found at. */
export async function mendAnchors(
  app: App,
  { review, epoch }: { review: ReviewId; epoch: number },
  doc: Y.Doc,
): Promise<void> {
  const rows = await listThreads(app.db, review);
  if (rows.length === 0) return;
  const places = new WriteUpPlaces(doc);
  const moved = rows.flatMap((row) => {
    const anchor = foundAgain(places, row);
    return anchor ? [{ thread: row.id, anchor }] : [];
  });
  await keepAnchors(app, { id: review, epoch }, moved);
}
