import type { Kysely } from 'kysely';
import type { NamedItem } from '#domain/action-session/named-items.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import { saveItemMentions } from './item-mentions.ts';
import { instant, instantOrNull, type Joined } from './joined.ts';
import type { ReviewsTable, Schema } from './schema.ts';

type Database = Kysely<Schema>;

export type ReviewRow = Omit<
  ReviewsTable,
  | 'room_may_write'
  | 'guests_may_join'
  | 'source_note'
  | 'names_or_roles'
  | 'standfirst'
  | 'search_text'
  | 'epoch'
  | 'comments_open'
  | 'comments_rev'
  | 'soak_days'
> & {
  room_may_write: boolean;
  guests_may_join: boolean;
  source_note: string;
  names_or_roles: 'names' | 'roles';
  standfirst: string;
  epoch: number;
  comments_open: boolean;
  soak_days: number | null;
};

export const REVIEW_COLUMNS = [
  'id',
  'kind',
  'happened_on',
  'happened_until',
  'happened_zone',
  'privacy',
  'published_at',
  'deleted_at',
  'done_at',
  'room_may_write',
  'guests_may_join',
  'source_note',
  'names_or_roles',
  'title',
  'standfirst',
  'epoch',
  'comments_open',
  'soak_days',
  'created_by',
  'created_at',
] as const;

export interface NewReview {
  id: ReviewId;
  kind: ReviewKind;
  happenedOn: string;
  happenedUntil: string | null;
  zone: string;
  privacy: 'open' | 'private';
  sourceNote: string;
  title: string;
  standfirst: string;
  publishedAt: Date | null;
  createdBy: PersonId;
  createdAt: Date;
}

export const insertReview = (db: Database, review: NewReview) =>
  db
    .insertInto('reviews')
    .values({
      id: review.id,
      kind: review.kind,
      happened_on: review.happenedOn,
      happened_until: review.happenedUntil,
      happened_zone: review.zone,
      privacy: review.privacy,
      source_note: review.sourceNote,
      title: review.title,
      standfirst: review.standfirst,
      published_at: review.publishedAt,
      deleted_at: null,
      done_at: null,
      created_by: review.createdBy,
      created_at: review.createdAt,
    })
    .execute();

export const asReview = (row: Joined<ReviewRow>): ReviewRow => ({
  ...row,
  published_at: instantOrNull(row.published_at),
  deleted_at: instantOrNull(row.deleted_at),
  done_at: instantOrNull(row.done_at),
  created_at: instant(row.created_at),
});

/** One review, in a bin or not; rights are the caller's to ask. */
export const findReview = (db: Database, id: ReviewId): Promise<ReviewRow | undefined> =>
  db.selectFrom('reviews').select(REVIEW_COLUMNS).where('id', '=', id).executeTakeFirst();

/**
 * Locks the row until the transaction ends, against others who ask the same. A weaker lock than for deleting it: rows of a
 * meeting's command that name this review would otherwise wait for it while it waits for that meeting.
 */
export const lockReview = (db: Database, id: ReviewId): Promise<ReviewRow | undefined> =>
  db.selectFrom('reviews').select(REVIEW_COLUMNS).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export type ReviewFacts = Partial<
  Pick<
    ReviewRow,
    | 'kind'
    | 'happened_on'
    | 'happened_until'
    | 'happened_zone'
    | 'privacy'
    | 'published_at'
    | 'deleted_at'
    | 'done_at'
    | 'room_may_write'
    | 'guests_may_join'
    | 'source_note'
    | 'names_or_roles'
    | 'comments_open'
    | 'soak_days'
  >
>;

export const updateReview = (db: Database, id: ReviewId, facts: ReviewFacts) =>
  db.updateTable('reviews').set(facts).where('id', '=', id).execute();

/** Longer text would be more than one tsvector holds, and then every search would fail; what lies beyond is not found. */
const SEARCH_TEXT_MAX = 200_000;

/** What is read off the write-up after a change: title, standfirst, text for search, reviews it links to. */
export async function saveDerived(
  db: Database,
  id: ReviewId,
  derived: {
    title: string;
    standfirst: string;
    searchText: string;
    linksTo: readonly ReviewId[];
    /** S12; left out: none. */
    namedItems?: readonly NamedItem[];
  },
) {
  await saveItemMentions(db, id, derived.namedItems ?? []);
  await db
    .updateTable('reviews')
    .set({
      title: derived.title,
      standfirst: derived.standfirst,
      search_text: derived.searchText.slice(0, SEARCH_TEXT_MAX),
    })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('review_links').where('from_review', '=', id).execute();
  if (derived.linksTo.length === 0) return;
  const known = await db.selectFrom('reviews').select('id').where('id', 'in', derived.linksTo).execute();
  const rows = known.filter((row) => row.id !== id).map((row) => ({ from_review: id, to_review: row.id }));
  if (rows.length > 0) await db.insertInto('review_links').values(rows).execute();
}
