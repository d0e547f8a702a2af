import type { Kysely } from 'kysely';
import type { ReviewId } from '#domain/ids.ts';
import type { SoakMail } from '#domain/soak/soak-mails.ts';
import type { Schema } from './schema.ts';
import { listSoaks, type StoredSoak } from './soaks.ts';

type Database = Kysely<Schema>;

/** Soaks of reviews that are there, which began, end or were opened within these bounds. */
export async function listSoaksAround(
  db: Database,
  { from, until }: { from: Date; until: Date },
): Promise<{ review: ReviewId; soak: StoredSoak }[]> {
  const rows = await db
    .selectFrom('soaks')
    .innerJoin('reviews', 'reviews.id', 'soaks.review_id')
    .select('soaks.review_id as review')
    .where('reviews.deleted_at', 'is', null)
    .where((row) =>
      row.or(
        (['soaks.started_at', 'soaks.ends_at', 'soaks.opened_early_at'] as const).map((column) =>
          row.and([row(column, '>', from), row(column, '<', until)]),
        ),
      ),
    )
    .orderBy('soaks.review_id')
    .execute();
  const soaks = await listSoaks(
    db,
    rows.map(({ review }) => review),
  );
  return [...soaks].map(([review, soak]) => ({ review, soak }));
}

/** Which mails of these have been written. */
export const listSoakMails = (
  db: Database,
  reviews: readonly ReviewId[],
): Promise<(SoakMail & { review: ReviewId })[]> =>
  reviews.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('soak_mails')
        .select(['review_id as review', 'what', 'day'])
        .where('review_id', 'in', [...reviews])
        .execute();

/** False where it has been written already. */
export const noteSoakMail = async (
  db: Database,
  review: ReviewId,
  { what, day }: SoakMail,
): Promise<boolean> =>
  (
    await db
      .insertInto('soak_mails')
      .values({ review_id: review, what, day })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows === 1n;
