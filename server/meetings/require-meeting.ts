import { writeUpName } from '#collab/document/document-names.ts';
import { findMeeting } from '#db/meetings.ts';
import { accessOf } from '#db/review-access.ts';
import { findReview, type ReviewRow } from '#db/reviews.ts';
import { asId, isUuid, type MeetingId } from '#domain/ids.ts';
import type { RoomActor } from '#domain/meeting/may-command.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { type Actor, mayWithMeeting, mayWithReview, type ReviewAccess } from '#domain/permissions.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';

/** A meeting as one person may see it. */
export interface AskedMeeting {
  meeting: Meeting;
  review: ReviewRow;
  access: ReviewAccess;
  actor: RoomActor;
  /** They may plan, change and cancel this review's meetings. */
  mayPlan: boolean;
  /** Name of the write-up's document, current epoch. */
  document: string;
}

/** Loads a meeting through the person: unknown, of a binned review and not theirs are the same 404 (P2). */
export async function requireMeeting(
  app: App,
  person: SignedIn,
  id: string | undefined,
): Promise<AskedMeeting> {
  const asked = isUuid(id) ? await findMeetingFor(app.db, person, asId<MeetingId>(id)) : null;
  if (asked === null) throw notFound();
  return asked;
}

/** The same with a connection or transaction, null where there is nothing for this person. */
export async function findMeetingFor(
  db: Database,
  person: Actor,
  id: MeetingId,
): Promise<AskedMeeting | null> {
  const meeting = await findMeeting(db, id);
  if (meeting === null) return null;
  const review = await findReview(db, meeting.reviewId);
  if (review === undefined) return null;
  const access = await accessOf(db, review);
  const { facilitators, invited } = meeting.plan;
  if (!mayWithMeeting(person, 'enter', { review: access, facilitators, invited })) return null;
  return {
    meeting,
    review,
    access,
    actor: actorOf(person, meeting, access),
    mayPlan: mayWithReview(person, 'plan meetings', access),
    document: writeUpName(review.id, review.epoch),
  };
}

export const actorOf = (person: Actor, { plan }: Meeting, access: ReviewAccess): RoomActor => ({
  id: person.id,
  steers: mayWithMeeting(person, 'steer', { review: access, ...plan }),
  analyst: access.analysts.includes(person.id),
});
