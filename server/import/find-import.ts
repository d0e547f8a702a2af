import { findImport as findRow, type ImportRow } from '#db/imports.ts';
import { isUuid, type ReviewId } from '#domain/ids.ts';
import type { Choices } from '#domain/import/choices.ts';
import { MINUTE } from '#domain/soak/wall-clock.ts';
import type { App, SignedIn } from '../app.ts';
import { notFound } from '../not-found.ts';
import { findReviewFor } from '../reviews/require-review.ts';
import type { Held } from './held.ts';
import { type Preview, previewOf } from './preview.ts';

/** One's own import as its page shows it. */
export interface FoundImport {
  id: string;
  name: string;
  state: ImportRow['state'];
  /** Why it was refused, or what went wrong on the way in. */
  sentence: string;
  done: number;
  total: number;
  /** It does not go on by itself: the program was ended in the middle, or something went wrong. */
  stopped: boolean;
  review: { id: ReviewId; title: string; zone: string; day: string } | null;
  makesReview: boolean;
  /** The review it was to go into is not there for this person any more: what is left is to cancel it. */
  reviewGone: boolean;
  /** Where it can be read, once it is done. */
  address: string | null;
  preview: Preview | null;
}

/** Of one not touched since then, nobody is at work any more. */
export const stillSince = (app: App): Date => new Date(app.clock.now().getTime() - 2 * MINUTE);

/** @param given what the form says so far; without it, what is proposed */
export async function findImport(
  app: App,
  person: SignedIn,
  id: string | undefined,
  given?: Partial<Choices>,
): Promise<FoundImport> {
  const row = await requireImport(app, person, id);
  const review = await reviewOf(app, person, row);
  const reviewGone = row.review_id !== null && review === null;
  if (reviewGone && row.state === 'done') throw notFound();
  const held = row.held as Held | null;
  const choices = held && { ...proposedChoices(held, review, person), ...given };
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    sentence: row.sentence,
    done: row.done,
    total: row.total,
    stopped:
      (row.state === 'bringing' && row.sentence !== '') ||
      ((row.state === 'reading' || row.state === 'bringing') && row.touched_at < stillSince(app)),
    review,
    makesReview: row.makes_review,
    reviewGone,
    address: review && addressOf(review.id, row),
    preview: row.state === 'held' && held && choices && !reviewGone ? previewOf(held, choices) : null,
  };
}

const addressOf = (review: ReviewId, { makes_review, plan }: ImportRow): string => {
  const isEvidence = (plan as { landsOn?: string } | null)?.landsOn === 'evidence';
  return isEvidence && !makes_review ? `/reviews/${review}/evidence` : `/reviews/${review}`;
};

/** Somebody else's import, a cancelled one and one that is not there are the same 404. */
export async function requireImport(app: App, person: SignedIn, id: string | undefined): Promise<ImportRow> {
  const row = isUuid(id) ? await findRow(app.db, id, person.id) : undefined;
  if (!row || row.state === 'cancelling') throw notFound();
  return row;
}

async function reviewOf(app: App, person: SignedIn, row: ImportRow): Promise<FoundImport['review']> {
  if (row.review_id === null) return null;
  const asked = await findReviewFor(app, person, row.review_id);
  if (!asked) return null;
  const { id, title, happened_zone, happened_on } = asked.review;
  return { id, title, zone: happened_zone, day: happened_on };
}

/** The text's own day and zone first, then those of the review it goes into, then the person's zone. */
export function proposedChoices(
  { writeUp, pasted, channels }: Held,
  review: { zone: string; day: string } | null,
  person: SignedIn,
): Choices {
  return {
    title:
      writeUp?.title ??
      pasted?.name ??
      channels.map(({ name }) => (name === '' ? 'Slack messages' : `#${name}`)).join(', '),
    day: writeUp?.day ?? review?.day ?? channels[0]?.first?.slice(0, 10) ?? '',
    zone: writeUp?.zone?.name ?? review?.zone ?? person.zone,
    takings: {},
  };
}
