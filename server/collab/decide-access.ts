import { parseDocumentName } from '#collab/document/document-names.ts';
import type { Verdict } from '#collab/server/options.ts';
import { accessOf } from '#db/review-access.ts';
import { findMeetingReview } from '#db/review-meetings.ts';
import { findReview } from '#db/reviews.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { type Actor, mayWithReview } from '#domain/permissions.ts';
import type { Database } from '../app.ts';

/**
 * What a person may do with one shared document: the same rule as the pages ask. Null where it is unknown or not theirs; `erased`
 * where they may read the write-up and this is an epoch from before its words were erased. A room is read-only for everyone; who may read its review may be in it.
 */
export async function decideAccess(
  { db }: { db: Database },
  person: { id: PersonId; guestOf?: MeetingId },
  document: string,
): Promise<Verdict> {
  const name = parseDocumentName(document);
  if (!name) return null;
  // G2: the projection of their one room, and no write-up
  if (person.guestOf) return name.kind === 'room' && name.meeting === person.guestOf ? 'read' : null;
  // Only active people are identified at all; rights in reviews never depend on the workspace role.
  const actor: Actor = { id: person.id, role: 'member', active: true };
  if (name.kind === 'room') {
    const review = await findMeetingReview(db, name.meeting);
    return review && (await decideReview(db, actor, review, null)) ? 'read' : null;
  }
  return decideReview(db, actor, name.review, name.epoch);
}

async function decideReview(db: Database, actor: Actor, id: ReviewId, epoch: number | null) {
  const review = await findReview(db, id);
  if (!review || (epoch !== null && epoch > review.epoch)) return null;
  const access = await accessOf(db, review);
  if (epoch !== null && epoch < review.epoch) return mayWithReview(actor, 'read', access) ? 'erased' : null;
  if (mayWithReview(actor, 'write', access)) return 'write';
  return mayWithReview(actor, 'read', access) ? 'read' : null;
}
