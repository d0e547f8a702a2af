import type { Kysely } from 'kysely';
import type { Item } from '#domain/action-session/item.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export type StoredItem = Item & {
  id: string;
  idea: string;
  ownerName: string;
  finishedAt: Date | null;
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

/** The item of an idea decided *do*; deciding again replaces it. */
export const saveItem = async (
  db: Database,
  session: { meeting: MeetingId; review: ReviewId },
  idea: string,
  id: string,
  item: Item,
): Promise<void> => {
  const row = {
    title: item.title,
    owner_id: item.owner,
    finding: item.finding,
    no_finding_reason: item.noFindingReason,
    due_on: item.dueOn,
    shows: item.shows,
  };
  await db
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
    .execute();
};

export const deleteItemOfIdea = async (db: Database, idea: string): Promise<void> => {
  await db.deleteFrom('items').where('idea_id', '=', idea).execute();
};

/** `at` null opens it again. False when there is no such item of this owner. */
export const finishItem = async (
  db: Database,
  item: { id: string; review: ReviewId; owner: PersonId; at: Date | null },
): Promise<boolean> => {
  const done = await db
    .updateTable('items')
    .set({ finished_at: item.at })
    .where('id', '=', item.id)
    .where('review_id', '=', item.review)
    .where('owner_id', '=', item.owner)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

const items = (db: Database) =>
  db
    .selectFrom('items')
    .innerJoin('people', 'people.id', 'items.owner_id')
    .select([
      'items.id',
      'idea_id as idea',
      'items.title',
      'owner_id as owner',
      'people.name as ownerName',
      'finding',
      'no_finding_reason as noFindingReason',
      'due_on as dueOn',
      'shows',
      'finished_at as finishedAt',
    ]);

const asItem = (row: StoredItem): StoredItem => ({
  id: row.id,
  idea: row.idea,
  title: row.title,
  owner: row.owner,
  ownerName: row.ownerName,
  finding: row.finding,
  noFindingReason: row.noFindingReason,
  dueOn: row.dueOn,
  shows: row.shows,
  finishedAt: row.finishedAt,
});
