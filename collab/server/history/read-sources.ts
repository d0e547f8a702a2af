import { listChapterEnds, readChapter } from '#db/document-chapters.ts';
import { type HistoryRow, listHistoryRows } from '#db/document-history.ts';
import type { Database } from '../options.ts';
import type { Sources } from './replay.ts';

/** Read in one statement: short enough that nobody behind it waits long. */
const PAGE_ROWS = 2500;
export const PAGE_BYTES = 4 * 1024 * 1024;
/** What one version may be put together from. A hundred times what people type in a year; in memory twice while it travels. */
export const MOST_BYTES = 256 * 1024 * 1024;

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
  { most = Number.MAX_SAFE_INTEGER, mostBytes = MOST_BYTES, ...reading }: Reading & { most?: number },
): Promise<{ rows: HistoryRow[]; isAll: boolean }> => {
  const rows: HistoryRow[] = [];
  let bytes = 0;
  for await (const page of pagesOf(db, document, reading)) {
    if (rows.length >= most || bytes >= mostBytes) return { rows: rows.slice(0, most), isAll: false };
    for (const row of page) rows.push(row);
    bytes += bytesOf(page);
  }
  return { rows: rows.slice(0, most), isAll: rows.length <= most };
};

/** Everything, page by page; throws where it is too long. */
export async function* readPages(db: Database, document: string, reading: Required<Reading>) {
  let left = reading.mostBytes;
  for await (const page of pagesOf(db, document, reading)) {
    left -= bytesOf(page);
    if (left < 0) throw new HistoryTooLong();
    yield page;
  }
}

async function* pagesOf(
  db: Database,
  document: string,
  { after, upTo, pageBytes = PAGE_BYTES }: Omit<Reading, 'mostBytes'>,
): AsyncGenerator<HistoryRow[], void> {
  for (let from = after; ; ) {
    const page = await listHistoryRows(db, document, {
      after: from,
      upTo,
      limit: PAGE_ROWS,
      bytes: pageBytes,
    });
    if (page.length > 0) yield page;
    if (page.length < PAGE_ROWS && bytesOf(page) < pageBytes) return;
    from = page.at(-1)?.seq ?? from;
  }
}

const bytesOf = (page: readonly HistoryRow[]): number =>
  page.reduce((sum, { bytes }) => sum + bytes.length, 0);
