import { listChapterEnds, readChapter } from '#db/document-chapters.ts';
import { type HistoryRow, listHistoryRows } from '#db/document-history.ts';
import type { Database } from '../options.ts';
import type { Sources } from './replay.ts';

/** Read in one statement: short enough that nobody behind it waits long. */
const PAGE_ROWS = 2500;
const PAGE_BYTES = 4 * 1024 * 1024;
/** What one version may be put together from. A hundred times what people type in a year; in memory twice while it travels. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A history is longer than can be read into memory. */
export class HistoryTooLong extends Error {
  override name = 'HistoryTooLong';
}

interface Reading {
  /** 0 for the beginning */
  after: number;
  upTo: number;
  mostBytes?: number;
  pageBytes?: number;
}

/**
 * What takes a document from one version on to another: chapters, the first of which may begin earlier (what is there already
 * stays as it is), then the rows after the last.
 */
export const readSources = async (
  db: Database,
  document: string,
  { after, upTo, mostBytes = MOST_BYTES, pageBytes = PAGE_BYTES }: Reading,
): Promise<Sources> => {
  const ends = await listChapterEnds(db, document, upTo);
  const chapters: Uint8Array[] = [];
  let left = mostBytes;
  for (const end of ends) {
    if (end <= after) continue;
    const chapter = await readChapter(db, document, end);
    chapters.push(chapter);
    left -= chapter.length;
    if (left <= 0) throw new HistoryTooLong();
  }
  const from = Math.max(after, ends.at(-1) ?? 0);
  const { rows, isAll } = await readRows(db, document, { after: from, upTo, mostBytes: left, pageBytes });
  if (!isAll) throw new HistoryTooLong();
  return { chapters, rows };
};

/** Rows in pages; `isAll` false where there may be more than `most`, or than `mostBytes` hold. */
export const readRows = async (
  db: Database,
  document: string,
  { most = Number.MAX_SAFE_INTEGER, ...reading }: Reading & { most?: number },
): Promise<{ rows: HistoryRow[]; isAll: boolean }> => {
  const { upTo, mostBytes = MOST_BYTES, pageBytes = PAGE_BYTES } = reading;
  const rows: HistoryRow[] = [];
  let bytes = 0;
  while (rows.length < most && bytes < mostBytes) {
    const limit = Math.min(PAGE_ROWS, most - rows.length);
    const after = rows.at(-1)?.seq ?? reading.after;
    const page = await listHistoryRows(db, document, { after, upTo, limit, bytes: pageBytes });
    const length = page.reduce((sum, row) => sum + row.bytes.length, 0);
    for (const row of page) rows.push(row);
    bytes += length;
    if (page.length < limit && length < pageBytes) return { rows, isAll: true };
  }
  return { rows, isAll: false };
};
