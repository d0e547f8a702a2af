import { findHistoryRow, LAST_SEQ } from '#db/document-history.ts';
import type { PersonId } from '#domain/ids.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { type AskedReview, requireReview } from '../reviews/require-review.ts';

/** A version as one person may see it: the row it ends with. */
export interface AskedVersion extends AskedReview {
  version: { seq: number; person: PersonId | null; at: Date };
}

/** Loads a version through the person and the review; a number that is no row of this write-up is not there. */
export async function requireVersion(
  app: App,
  person: SignedIn,
  id: string | undefined,
  seq: string | undefined,
): Promise<AskedVersion> {
  const asked = await requireReview(app, person, id, 'read history');
  const wanted = readSeq(seq ?? null);
  const version = wanted === null ? null : await findHistoryRow(app.db, asked.document, wanted);
  if (!version || version.seq !== wanted) throw notFound();
  return { ...asked, version };
}

/** A row's number as addresses carry it; null for anything else. */
export const readSeq = (asked: string | null): number | null =>
  asked !== null && /^\d{1,15}$/.test(asked) ? Number(asked) : null;

/** The last row at or before a number; the beginning, before anything was written, where there is none. */
export async function versionAt(app: App, document: string, seq: number | null) {
  const row = await findHistoryRow(app.db, document, seq ?? LAST_SEQ);
  return row ?? { seq: 0, person: null, at: null };
}
