import { closeForGuests } from '#db/guests.ts';
import { markEntriesBehind } from '#db/invitations-sent.ts';
import { setReviewTeams } from '#db/review-people.ts';
import { type ReviewFacts, updateReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { TeamId } from '#domain/ids.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { requireReview } from './require-review.ts';

export interface ReviewEdit {
  kind: ReviewKind;
  happenedOn: string;
  happenedUntil: string | null;
  zone: string;
  privacy: 'open' | 'private';
  roomMayWrite: boolean;
  guestsMayJoin: boolean;
  namesOrRoles: 'names' | 'roles';
  sourceNote: string;
  /** S3: how many working days it soaks; null: as the workspace has it. A soak that runs keeps its length. */
  soakDays?: number | null;
  closestTeams: readonly TeamId[];
}

/** Changes a review's facts; analysts only. Whoever loses the right to read loses it within 5 s (P7). */
export async function editReview(
  app: App,
  person: SignedIn,
  id: string | undefined,
  edit: ReviewEdit,
): Promise<void> {
  const { review } = await requireReview(app, person, id, 'manage');
  const facts: ReviewFacts = {
    kind: edit.kind,
    happened_on: edit.happenedOn,
    happened_until: edit.happenedUntil,
    happened_zone: edit.zone,
    privacy: edit.privacy,
    room_may_write: edit.roomMayWrite,
    guests_may_join: edit.guestsMayJoin,
    names_or_roles: edit.namesOrRoles,
    source_note: edit.sourceNote,
    ...(edit.soakDays === undefined ? {} : { soak_days: edit.soakDays }),
  };
  await app.db.transaction().execute(async (tx) => {
    await updateReview(tx, review.id, facts);
    // calendars hold what its meetings are called
    if (edit.privacy !== review.privacy) await markEntriesBehind(tx, review.id);
    // switched off: the codes and guests of now do not come back with it
    if (!edit.guestsMayJoin) await closeForGuests(tx, review.id);
    await setReviewTeams(tx, review.id, edit.closestTeams);
    await raiseRightsCounter(tx);
  });
  app.collab.rightsChanged();
}
