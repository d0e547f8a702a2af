import type { Kysely } from 'kysely';
import type { NamedItem } from '#domain/action-session/named-items.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** S12: what a write-up names now takes the place of what it named before. Items that are no more, or its own, are left out. */
export async function saveItemMentions(
  tx: Database,
  review: ReviewId,
  named: readonly NamedItem[],
): Promise<void> {
  await tx.deleteFrom('item_mentions').where('review_id', '=', review).execute();
  if (named.length === 0) return;
  const known = await tx
    .selectFrom('items')
    .select('id')
    .where('id', 'in', [...new Set(named.map(({ item }) => item))])
    .where('review_id', '<>', review)
    .execute();
  const rows = named
    .filter(({ item }) => known.some(({ id }) => id === item))
    .map(({ item, finding, kind }) => ({ item_id: item, review_id: review, finding, kind }));
  if (rows.length > 0) await tx.insertInto('item_mentions').values(rows).execute();
}

export interface ItemMention {
  item: string;
  review: ReviewId;
  title: string;
  finding: string;
  kind: NamedItem['kind'];
}

/** Where items of this review are named, as far as the asking person may read there (P2). */
export const listItemMentions = (db: Database, person: PersonId, review: ReviewId): Promise<ItemMention[]> =>
  db
    .selectFrom('item_mentions')
    .innerJoin('items', 'items.id', 'item_mentions.item_id')
    .innerJoin('reviews', 'reviews.id', 'item_mentions.review_id')
    .select([
      'item_mentions.item_id as item',
      'reviews.id as review',
      'reviews.title',
      'item_mentions.finding',
      'item_mentions.kind',
    ])
    .where('items.review_id', '=', review)
    .where('reviews.id', 'in', readableReviews(db, person).select('reviews.id'))
    .orderBy('reviews.title')
    .orderBy('item_mentions.finding')
    .execute();
