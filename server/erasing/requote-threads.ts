import type * as Y from 'yjs';
import { findAnchored } from '#collab/document/find-anchored.ts';
import { anchorWords, blockAt, wordsIn } from '#collab/document/word-anchor.ts';
import { WriteUpPlaces } from '#collab/document/write-up-places.ts';
import { listThreads, type ThreadAnchor, type ThreadRow } from '#db/comment-threads.ts';
import { requoteThread } from '#db/erasing.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { Database } from '../app.ts';
import { findPicture, partName } from '../comments/find-target.ts';

interface Requoted {
  quote: string;
  anchor: ThreadAnchor | { block: string } | null;
}

/**
 * Takes a review's comments over to its rebuilt write-up: each finds its words in the old one and is anchored at the same words in
 * the new. It quotes them as they are now; one whose words stand nowhere quotes nothing. What people wrote in comments stays.
 */
export async function requoteThreads(
  tx: Database,
  review: ReviewId,
  { old, fresh }: { old: Y.Doc; fresh: Y.Doc },
): Promise<void> {
  const rows = await listThreads(tx, review);
  if (rows.length === 0) return;
  const places = { old: new WriteUpPlaces(old), fresh: new WriteUpPlaces(fresh) };
  for (const row of rows) await requoteThread(tx, row.id, requoted(places, row));
}

const GONE: Requoted = { quote: '', anchor: null };

function requoted(places: { old: WriteUpPlaces; fresh: WriteUpPlaces }, row: ThreadRow): Requoted {
  if (row.about === 'words') return words(places, row);
  if (row.about === 'picture') {
    const picture = findPicture(places.fresh, row.block, row.target);
    return picture ? { quote: picture.alt || 'A picture', anchor: { block: picture.block } } : GONE;
  }
  const part = `${row.about}-${row.target}`;
  const isThere = places.fresh.present.some((one) => one.part === part);
  return isThere ? { quote: partName(places.fresh, part), anchor: null } : GONE;
}

function words({ old, fresh }: { old: WriteUpPlaces; fresh: WriteUpPlaces }, row: ThreadRow): Requoted {
  const found = findAnchored(old, {
    anchors: row.place === null ? [] : [{ place: row.place, start: row.start_at, end: row.end_at }],
    block: row.block ?? '',
    words: row.words,
    quote: row.quote,
  });
  if (!found) return GONE;
  // the same place reads the same in both
  const text = fresh.text(found.text.place);
  const anchor = anchorWords(text, found.range);
  if (!anchor) return GONE;
  const now = wordsIn(text, found.range);
  return { quote: now, anchor: { ...anchor, block: blockAt(text, found.range.from), words: now } };
}
