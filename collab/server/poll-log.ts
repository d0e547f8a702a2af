import type { Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { listUpdateNumbers, listUpdatesByNumber } from '#db/documents.ts';
import type { LiveDocuments } from './live-documents.ts';
import type { Database } from './options.ts';

/**
 * Brings a live document up to the log: an INSERT that timed out may have committed all the same, and another node may
 * have written. Broadcast like any edit.
 * @param isPoll only the polls, far apart, say what is too old to commit any more; edits may ask as often as they like
 */
export const catchUp = async (
  db: Database,
  live: LiveDocuments,
  document: Document,
  isPoll = false,
): Promise<void> => {
  const known = live.get(document.name);
  if (!known) return;
  const seqs = await listUpdateNumbers(db, document.name, known.floor);
  const unseen = seqs.filter((seq) => !known.seen.has(seq));
  for (const row of await listUpdatesByNumber(db, unseen)) {
    if (document.isDestroyed) return;
    Y.applyUpdate(document, row.bytes, { source: 'local' });
    live.saw(document.name, row);
  }
  if (!isPoll) return;
  known.floor = known.nextFloor;
  known.nextFloor = seqs.reduce((most, seq) => Math.max(most, seq), known.nextFloor);
  for (const seq of known.seen) if (seq <= known.floor) known.seen.delete(seq);
};

/** Catches up every loaded document; one that cannot be caught up holds up no other, and is asked again next time. */
export const catchUpAll = async (
  db: Database,
  live: LiveDocuments,
  hocuspocus: Hocuspocus,
): Promise<void> => {
  const failed: unknown[] = [];
  for (const name of live.names()) {
    const document = hocuspocus.documents.get(name);
    if (document) await catchUp(db, live, document, true).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
};
