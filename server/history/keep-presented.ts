import { writeUpName } from '#collab/document/document-names.ts';
import { findHistoryRow, LAST_SEQ } from '#db/document-history.ts';
import { insertVersion } from '#db/document-versions.ts';
import type { ReviewRow } from '#db/reviews.ts';
import type { MeetingId } from '#domain/ids.ts';
import type { App, Database } from '../app.ts';

const KEPT = { start: 'meeting-began', end: 'meeting-ended' } as const;

/** Keeps the version a review meeting began with, and the one it ended with; in the command's transaction. Ended again, the later end counts. */
export async function keepPresented(
  tx: Database,
  app: App,
  review: ReviewRow,
  meeting: MeetingId,
  command: string,
): Promise<void> {
  if (command !== 'start' && command !== 'end') return;
  const document = writeUpName(review.id, review.epoch);
  const last = await findHistoryRow(tx, document, LAST_SEQ);
  if (!last) return;
  await insertVersion(tx, {
    id: app.random.uuid(),
    document,
    seq: last.seq,
    kind: KEPT[command],
    name: '',
    person: null,
    meeting,
    at: app.clock.now(),
  });
}
