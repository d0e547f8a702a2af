import { writeUpName } from '#collab/document/document-names.ts';
import { findMeetingFacts, type MeetingFacts } from '#db/meeting-facts.ts';
import type { ReviewRow } from '#db/reviews.ts';
import { asId, isUuid, type MeetingId } from '#domain/ids.ts';
import type { RoomActor } from '#domain/meeting/may-command.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import { type Actor, mayWithMeeting, mayWithReview, type ReviewAccess } from '#domain/permissions.ts';
import type { App, Database } from '../app.ts';
import { type Guest, type InRoom, isGuest } from '../guests/guest.ts';
import { notFound } from '../not-found.ts';
import { readOnce } from '../read-once.ts';

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
  person: InRoom,
  id: string | undefined,
): Promise<AskedMeeting> {
  const asked = !isUuid(id)
    ? null
    : isGuest(person)
      ? await findMeetingForGuest(app.db, person, asId<MeetingId>(id))
      : asMember(person, await factsTogether(app.db, asId<MeetingId>(id)));
  if (asked === null) throw notFound();
  return asked;
}

/** The same with a connection or transaction, null where there is nothing for this person. */
export const findMeetingFor = async (
  db: Database,
  person: Actor,
  id: MeetingId,
): Promise<AskedMeeting | null> => asMember(person, await findMeetingFacts(db, id));

/** Whoever asks, the rows are the same: a room full of people who press at once asks for them once. */
const factsTogether = (db: Database, id: MeetingId) =>
  readOnce(db, `meeting ${id}`, () => findMeetingFacts(db, id));

function asMember(person: Actor, facts: MeetingFacts | null): AskedMeeting | null {
  if (facts === null) return null;
  const { meeting, review, access } = facts;
  const { facilitators, invited } = meeting.plan;
  if (!mayWithMeeting(person, 'enter', { review: access, facilitators, invited })) return null;
  return {
    ...facts,
    actor: actorOf(person, meeting, access),
    mayPlan: mayWithReview(person, 'plan meetings', access),
    document: writeUpName(review.id, review.epoch),
  };
}

/** G2: the one meeting a guest is in, and nothing of its review; whether they still are has been judged by `identifyGuest`. */
async function findMeetingForGuest(db: Database, guest: Guest, id: MeetingId): Promise<AskedMeeting | null> {
  const facts = guest.guestOf === id ? await factsTogether(db, id) : null;
  if (facts === null) return null;
  return {
    ...facts,
    actor: guestActor(guest),
    mayPlan: false,
    document: writeUpName(facts.review.id, facts.review.epoch),
  };
}

const guestActor = ({ id }: Guest): RoomActor => ({ id, steers: false, analyst: false, guest: true });

/** Who asks, by the meeting as it is now. */
export const actorIn = (person: InRoom, meeting: Meeting, access: ReviewAccess): RoomActor =>
  isGuest(person) ? guestActor(person) : actorOf(person, meeting, access);

export const actorOf = (person: Actor, { plan }: Meeting, access: ReviewAccess): RoomActor => ({
  id: person.id,
  steers: mayWithMeeting(person, 'steer', { review: access, ...plan }),
  analyst: access.analysts.includes(person.id),
});
