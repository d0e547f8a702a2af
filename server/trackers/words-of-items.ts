import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';
import { writeUpName } from '#collab/document/document-names.ts';
import type { StoredItem } from '#db/items.ts';
import type { ReviewRow } from '#db/reviews.ts';
import { type Sent, whatIsSent } from '#domain/trackers/what-is-sent.ts';
import { readCurrent } from '../actions/read-reading.ts';
import type { App } from '../app.ts';

/** What words are made from; an origin is in each. */
export type Wording = Pick<App, 'collab' | 'origin'>;

/** T2: what each item of a review says there, as its review and write-up stand this moment. */
export async function wordsOf(app: Wording, review: ReviewRow): Promise<(item: StoredItem) => Sent> {
  const written = await readCurrent(app, { document: writeUpName(review.id, review.epoch) });
  return wordsBy(app, review, written?.findings ?? []);
}

/** What each says there, where the review's findings are these. */
export function wordsBy(
  { origin }: Pick<App, 'origin'>,
  { id, title, privacy }: ReviewRow,
  findings: readonly { id: string; title: string }[],
): (item: StoredItem) => Sent {
  const facts = { title, privacy, address: `${origin}/reviews/${id}/actions` };
  return (item) =>
    whatIsSent(
      {
        ...item,
        answers: findings.find((finding) => finding.id === item.finding)?.title ?? item.noFindingReason,
      },
      facts,
    );
}

/** Names these very words. */
export const seenOf = ({ title, body }: Sent): string =>
  encodeBase32LowerCaseNoPadding(sha256(new TextEncoder().encode(JSON.stringify([title, body])))).slice(
    0,
    20,
  );
