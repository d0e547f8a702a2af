import { dropReviewPerson, putReviewPerson } from '#db/review-people.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { mayWithReview, type ReviewAccess } from '#domain/permissions.ts';
import type { Database } from '../app.ts';

/** Who of these could not read the review until now. Facilitators read what they lead without being named. */
export const newReaders = (access: ReviewAccess, people: readonly PersonId[]): PersonId[] =>
  [...new Set(people)].filter((id) => !mayWithReview({ id, role: 'member', active: true }, 'read', access));

/** P10: inviting to a meeting of a review they cannot read names them as its readers. Asks open sockets to be judged anew. */
export async function nameReaders(
  tx: Database,
  review: ReviewId,
  access: ReviewAccess,
  plan: { invited: readonly PersonId[]; tellers: readonly PersonId[] },
): Promise<void> {
  for (const person of newReaders(access, [...plan.invited, ...plan.tellers]))
    await putReviewPerson(tx, review, {
      person_id: person,
      role: 'reader',
      was_involved: false,
      leads_involved: false,
    });
  await raiseRightsCounter(tx);
}

/** P10: taking an invitation back takes the reading back too, where the planner was asked and said so. */
export async function unnameReaders(
  tx: Database,
  review: ReviewId,
  people: readonly PersonId[],
): Promise<void> {
  for (const person of people) await dropReviewPerson(tx, review, person, 'reader');
}
