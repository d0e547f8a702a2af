import { listOtherInvitations } from '#db/invitations.ts';
import {
  dropReviewPerson,
  listReadersInvitedTo,
  moveInvitedReader,
  putInvitedReader,
} from '#db/review-people.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { mayWithReview, type ReviewAccess } from '#domain/permissions.ts';
import type { Database } from '../app.ts';

interface Place {
  review: ReviewId;
  meeting: MeetingId;
}

/** Who of these could not read the review until now. Facilitators read what they lead without being named. */
export const newReaders = (access: ReviewAccess, people: readonly PersonId[]): PersonId[] =>
  [...new Set(people)].filter((id) => !mayWithReview({ id, role: 'member', active: true }, 'read', access));

/** P10: inviting to a meeting of a review they cannot read names them as its readers. Asks open sockets to be judged anew. */
export async function nameReaders(
  tx: Database,
  { review, meeting }: Place,
  access: ReviewAccess,
  plan: { invited: readonly PersonId[]; tellers: readonly PersonId[] },
): Promise<void> {
  for (const person of newReaders(access, [...plan.invited, ...plan.tellers]))
    await putInvitedReader(tx, review, person, meeting);
  await raiseRightsCounter(tx);
}

/**
 * P10: taking an invitation back takes the reading back too, where the planner was asked and said so, and only what this
 * invitation gave: who was named by hand stays, and who is invited to another meeting of the review reads for that one.
 */
export async function unnameReaders(
  tx: Database,
  { review, meeting }: Place,
  people: readonly PersonId[],
): Promise<void> {
  const given = await listReadersInvitedTo(tx, meeting);
  for (const person of people.filter((each) => given.includes(each))) {
    const [elsewhere] = await listOtherInvitations(tx, review, person, meeting);
    if (elsewhere) await moveInvitedReader(tx, meeting, person, elsewhere);
    else await dropReviewPerson(tx, review, person, 'reader');
  }
}
