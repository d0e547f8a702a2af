import { closeForGuests } from '#db/guests.ts';
import { markEntriesBehind } from '#db/invitations-sent.ts';
import { listReviewTeams, setReviewTeams } from '#db/review-people.ts';
import { lockReview, type ReviewFacts, type ReviewRow, updateReview } from '#db/reviews.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { plainDay } from '#domain/clock-words.ts';
import { KIND_WORDS } from '#domain/export/words.ts';
import type { TeamId } from '#domain/ids.ts';
import type { Loaded } from '#domain/join-changes.ts';
import { workingDaysWords } from '#domain/soak/policy.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { type AskedAbout, joinForm } from '../doors/as-loaded.ts';
import { notFound } from '../not-found.ts';
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

/**
 * Changes a review's facts; analysts only. Whoever loses the right to read loses it within 5 s (P7).
 * @param loaded the facts its form was loaded with (`factsAsLoaded`): what others have changed since stays, or is asked about
 */
export async function editReview(
  app: App,
  person: SignedIn,
  id: string | undefined,
  typed: ReviewEdit,
  loaded?: Loaded,
): Promise<true | AskedAbout<ReviewEdit>> {
  const { review } = await requireReview(app, person, id, 'manage');
  const outcome = await app.db.transaction().execute(async (tx) => {
    const before = await lockReview(tx, review.id);
    if (before === undefined) throw notFound();
    const stored = storedFacts(before, await listReviewTeams(tx, review.id));
    const joined = joinForm(loaded, piecesOf(stored), piecesOf(typed), (piece) => nowWords(stored, piece));
    if ('asked' in joined) return { ...joined, typed: asOne(joined.typed) };
    const edit = asOne(joined);
    await updateReview(tx, review.id, columnsOf(edit));
    // calendars hold what its meetings are called
    if (edit.privacy !== before.privacy) await markEntriesBehind(tx, review.id);
    // switched off: the codes and guests of now do not come back with it
    if (!edit.guestsMayJoin) await closeForGuests(tx, review.id);
    await setReviewTeams(tx, review.id, edit.closestTeams);
    await raiseRightsCounter(tx);
    return true as const;
  });
  if (outcome === true) app.collab.rightsChanged();
  return outcome;
}

/** A review's facts as their form posts back how it was loaded. */
export const factsAsLoaded = (review: ReviewRow, teams: readonly { id: TeamId }[]): string =>
  JSON.stringify(piecesOf(storedFacts(review, teams)));

const storedFacts = (review: ReviewRow, teams: readonly { id: TeamId }[]): ReviewEdit => ({
  kind: review.kind,
  happenedOn: review.happened_on,
  happenedUntil: review.happened_until,
  zone: review.happened_zone,
  privacy: review.privacy,
  roomMayWrite: review.room_may_write,
  guestsMayJoin: review.guests_may_join,
  namesOrRoles: review.names_or_roles,
  sourceNote: review.source_note,
  soakDays: review.soak_days,
  closestTeams: teams.map(({ id }) => id),
});

/** First day, last day and their zone are one piece. */
const piecesOf = ({ happenedOn, happenedUntil, zone, ...facts }: ReviewEdit) => ({
  ...facts,
  happenedOn: { happenedOn, happenedUntil, zone },
});

const asOne = ({ happenedOn, ...facts }: ReturnType<typeof piecesOf>): ReviewEdit => ({
  ...facts,
  ...happenedOn,
});

function nowWords(stored: ReviewEdit, piece: keyof ReviewEdit): string | null {
  if (piece === 'kind') return KIND_WORDS[stored.kind];
  if (piece === 'sourceNote') return stored.sourceNote ? `“${stored.sourceNote}”` : 'nothing';
  if (piece === 'soakDays') return stored.soakDays ? workingDaysWords(stored.soakDays) : 'the usual length';
  if (piece !== 'happenedOn') return null;
  return [stored.happenedOn, stored.happenedUntil]
    .flatMap((day) => (day ? [plainDay(day)] : []))
    .join(' to ');
}

const columnsOf = (edit: ReviewEdit): ReviewFacts => ({
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
});
