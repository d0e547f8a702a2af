import {
  countRowsAfter,
  findHistoryReach,
  insertChapterPart,
  moveHistoryReach,
} from '#db/document-chapters.ts';
import { foldStretches, LAST_SEQ, listOpenStretches } from '#db/document-history.ts';
import { joinStretches } from '#domain/history/stretches.ts';
import type { Database } from '../options.ts';
import type { HistoryThread } from './history-thread.server.ts';
import { readRows, readSources } from './read-sources.ts';

/** A row this old has no younger sibling of a lower number still to come: an INSERT is given up long before. */
const SETTLED_MS = 30_000;
const LEAST_ROWS = 2000;
/** Of one chapter; what is more waits for the next. */
const MOST_ROWS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;
const PART_BYTES = 120 * 1024;

export interface ChapterKeeping {
  db: Database;
  thread: HistoryThread;
  now(): Date;
  /** Tests keep chapters of few rows. */
  leastRows?: number;
  settledMs?: number;
}

/**
 * Takes settled rows into the next chapter and the list of stretches, once there are enough of them: a quarter of all there
 * were, so that long documents are not worked through again and again. Derived: a kill at any step leaves it to be done again.
 * @returns whether more are due, now or once they have settled
 */
export const keepChapter = async (keeping: ChapterKeeping, document: string): Promise<boolean> => {
  const { db, thread, now, leastRows = LEAST_ROWS, settledMs = SETTLED_MS } = keeping;
  const from = await findHistoryReach(db, document);
  const enough = Math.min(MOST_ROWS, Math.max(leastRows, from.edits >> 2));
  if ((await countRowsAfter(db, document, from.toSeq, enough)) < enough) return false;
  const { rows: read, isAll } = await readRows(db, document, {
    after: from.toSeq,
    upTo: LAST_SEQ,
    most: MOST_ROWS,
    mostBytes: MOST_BYTES,
  });
  const settled = now().getTime() - settledMs;
  const unsettled = read.findIndex(({ at }) => at.getTime() > settled);
  const rows = unsettled < 0 ? read : read.slice(0, unsettled);
  const last = rows.at(-1);
  const isFull = !isAll && rows.length === read.length;
  if (!last || (rows.length < enough && !isFull)) return true;

  const chapter = await thread.ask(async () => {
    const { chapters } = await readSources(db, document, { after: 0, upTo: from.toSeq });
    return { ask: 'chapter', sources: { chapters, rows } };
  });
  const to = { toSeq: last.seq, edits: from.edits + rows.length };
  const fresh = await foldStretches(db, document, { after: from.toSeq, upTo: to.toSeq });
  const open = await listOpenStretches(db, document, rows[0]?.at ?? now());
  const stretches = joinStretches(open, fresh);
  // in one transaction: a chapter of which only some parts were there would be read as whole once the reach had passed it
  const isMoved = await db.transaction().execute(async (tx) => {
    if (!(await moveHistoryReach(tx, document, { from, to, stretches }))) return false;
    for (let part = 0; part * PART_BYTES < chapter.length; part++) {
      const bytes = chapter.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
      await insertChapterPart(tx, { document, toSeq: to.toSeq, part, bytes });
    }
    return true;
  });
  return isMoved && !isAll;
};
