import { type Kysely, sql } from 'kysely';
import type { Item } from '#domain/action-session/item.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export type StoredItem = Item & {
  id: string;
  idea: string;
  ownerName: string;
  /** Deactivated: those who plan the review's meetings say how it stands. */
  ownerHasLeft: boolean;
  finishedAt: Date | null;
  /** What its owner saw, once asked whether it worked; '' until then. */
  worked: string;
  workedAt: Date | null;
  workedByName: string | null;
};

export const listItems = async (db: Database, review: ReviewId): Promise<StoredItem[]> =>
  (await items(db).where('items.review_id', '=', review).orderBy('due_on').orderBy('items.id').execute()).map(
    asItem,
  );

/** Open items this person owns, with the review each comes from, as far as they may still read it; soonest due first, undated last. */
export const listOpenItemsOf = async (
  db: Database,
  owner: PersonId,
): Promise<(StoredItem & { review: ReviewId; reviewTitle: string })[]> => {
  const rows = await items(db)
    .innerJoin('reviews', 'reviews.id', 'items.review_id')
    .select(['reviews.id as review', 'reviews.title as reviewTitle'])
    .where('owner_id', '=', owner)
    .where('finished_at', 'is', null)
    .where('reviews.id', 'in', readableReviews(db, owner).select('reviews.id'))
    .orderBy('due_on')
    .orderBy('items.id')
    .execute();
  return rows.map((row) => ({ ...asItem(row), review: row.review, reviewTitle: row.reviewTitle }));
};

/** Items of this person that nobody has looked back on, whose day lies between these; as far as they may still read the review. */
export const listItemsToLookBackOn = async (
  db: Database,
  owner: PersonId,
  days: { since: string; until: string },
): Promise<(StoredItem & { review: ReviewId; reviewTitle: string })[]> => {
  const rows = await items(db)
    .innerJoin('reviews', 'reviews.id', 'items.review_id')
    .select(['reviews.id as review', 'reviews.title as reviewTitle'])
    .where('owner_id', '=', owner)
    .where('worked_at', 'is', null)
    .where('review_on', '>=', days.since)
    .where('review_on', '<=', days.until)
    .where('reviews.id', 'in', readableReviews(db, owner).select('reviews.id'))
    .orderBy('review_on')
    .orderBy('items.id')
    .execute();
  return rows.map((row) => ({ ...asItem(row), review: row.review, reviewTitle: row.reviewTitle }));
};

/** Items whose title holds these words, in reviews the person may read; the newest reviews first. */
export const findItemsByTitle = async (
  db: Database,
  person: PersonId,
  words: string,
  most: number,
): Promise<{ id: string; title: string; review: ReviewId; reviewTitle: string }[]> =>
  db
    .selectFrom('items')
    .innerJoin('reviews', 'reviews.id', 'items.review_id')
    .select(['items.id', 'items.title', 'reviews.id as review', 'reviews.title as reviewTitle'])
    .where(sql<boolean>`position(lower(${words}) in lower(items.title)) > 0`)
    .where('reviews.id', 'in', readableReviews(db, person).select('reviews.id'))
    .orderBy('reviews.created_at', 'desc')
    .orderBy('items.id')
    .limit(most)
    .execute();

export const findItem = async (db: Database, review: ReviewId, id: string): Promise<StoredItem | null> => {
  const row = await items(db)
    .where('items.id', '=', id)
    .where('items.review_id', '=', review)
    .executeTakeFirst();
  return row ? asItem(row) : null;
};

/** Whose item it is; null: there is no such item any more. */
export const findReviewOfItem = async (db: Database, item: string): Promise<ReviewId | null> =>
  (await db.selectFrom('items').select('review_id').where('id', '=', item).executeTakeFirst())?.review_id ??
  null;

export const saveWorked = async (
  db: Database,
  { id, review, words, by, at }: { id: string; review: ReviewId; words: string; by: PersonId; at: Date },
): Promise<void> => {
  await db
    .updateTable('items')
    .set({ worked: words, worked_at: at, worked_by: by })
    .where('id', '=', id)
    .where('review_id', '=', review)
    .execute();
};

/** True for somebody active who may read the review: nobody else looks after what it decided. */
export const mayOwnItem = async (db: Database, review: ReviewId, person: PersonId): Promise<boolean> =>
  (await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', person)
    .where('deactivated_at', 'is', null)
    .where(({ exists }) =>
      exists(readableReviews(db, person).select('reviews.id').where('reviews.id', '=', review)),
    )
    .executeTakeFirst()) !== undefined;

/** The item of an idea decided *do*; deciding again replaces it. @returns its id, the one it has had from the first */
export const saveItem = async (
  db: Database,
  session: { meeting: MeetingId; review: ReviewId },
  idea: string,
  id: string,
  item: Item,
): Promise<string> => {
  const row = {
    title: item.title,
    owner_id: item.owner,
    finding: item.finding,
    no_finding_reason: item.noFindingReason,
    due_on: item.dueOn,
    shows: item.shows,
    review_on: item.reviewOn,
  };
  const saved = await db
    .insertInto('items')
    .values({
      id,
      review_id: session.review,
      meeting_id: session.meeting,
      idea_id: idea,
      finished_at: null,
      ...row,
    })
    .onConflict((conflict) => conflict.column('idea_id').doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return saved.id;
};

export const deleteItemOfIdea = async (db: Database, idea: string): Promise<void> => {
  await db.deleteFrom('items').where('idea_id', '=', idea).execute();
};

/**
 * `at` null opens it again. False when there is no such item of this person's.
 * @param forThoseWhoLeft also one of somebody deactivated
 */
export const finishItem = async (
  db: Database,
  item: { id: string; review: ReviewId; person: PersonId; forThoseWhoLeft: boolean; at: Date | null },
): Promise<boolean> => {
  const left = db.selectFrom('people').select('id').where('deactivated_at', 'is not', null);
  const done = await db
    .updateTable('items')
    .set({ finished_at: item.at })
    .where('id', '=', item.id)
    .where('review_id', '=', item.review)
    .where((row) =>
      row.or([
        row('owner_id', '=', item.person),
        ...(item.forThoseWhoLeft ? [row('owner_id', 'in', left)] : []),
      ]),
    )
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

const items = (db: Database) =>
  db
    .selectFrom('items')
    .innerJoin('people', 'people.id', 'items.owner_id')
    .leftJoin('people as looker', 'looker.id', 'items.worked_by')
    .select([
      'items.id',
      'idea_id as idea',
      'items.title',
      'owner_id as owner',
      'people.name as ownerName',
      sql<boolean>`people.deactivated_at is not null`.as('ownerHasLeft'),
      'finding',
      'no_finding_reason as noFindingReason',
      'due_on as dueOn',
      'shows',
      'finished_at as finishedAt',
      'review_on as reviewOn',
      'worked',
      'worked_at as workedAt',
      'looker.name as workedByName',
    ]);

const asItem = (row: StoredItem): StoredItem => ({
  id: row.id,
  idea: row.idea,
  title: row.title,
  owner: row.owner,
  ownerName: row.ownerName,
  ownerHasLeft: row.ownerHasLeft,
  finding: row.finding,
  noFindingReason: row.noFindingReason,
  dueOn: row.dueOn,
  shows: row.shows,
  finishedAt: row.finishedAt,
  reviewOn: row.reviewOn,
  worked: row.worked,
  workedAt: row.workedAt,
  workedByName: row.workedByName,
});
