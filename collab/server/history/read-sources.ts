import { listChapterEnds, readChapter } from '#db/document-chapters.ts';
import { listHistoryRows } from '#db/document-history.ts';
import type { Database } from '../options.ts';
import type { Sources } from './replay.ts';

/** Rows read in one statement: short enough that nobody behind it waits long. */
const PAGE_ROWS = 2500;

/**
 * What takes a document from one version on to another: chapters, the first of which may begin earlier (what is there already
 * stays as it is), then the rows after the last.
 * @param after 0 for the beginning
 */
export const readSources = async (
  db: Database,
  document: string,
  { after, upTo }: { after: number; upTo: number },
): Promise<Sources> => {
  const ends = await listChapterEnds(db, document, upTo);
  const chapters: Uint8Array[] = [];
  for (const end of ends) if (end > after) chapters.push(await readChapter(db, document, end));
  const rows = await readRows(db, document, { after: Math.max(after, ends.at(-1) ?? 0), upTo });
  return { chapters, rows };
};

export const readRows = async (
  db: Database,
  document: string,
  { after, upTo, most = Number.MAX_SAFE_INTEGER }: { after: number; upTo: number; most?: number },
) => {
  const rows: Awaited<ReturnType<typeof listHistoryRows>> = [];
  while (rows.length < most) {
    const limit = Math.min(PAGE_ROWS, most - rows.length);
    const page = await listHistoryRows(db, document, { after: rows.at(-1)?.seq ?? after, upTo, limit });
    for (const row of page) rows.push(row);
    if (page.length < limit) break;
  }
  return rows;
};
