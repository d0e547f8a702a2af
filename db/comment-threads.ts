import { type Kysely, sql } from 'kysely';
import type { CommentAbout } from '#domain/comments/thread.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { storable } from '#domain/import/storable.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Where words are kept track of; see `KeptAnchor`. */
export interface ThreadAnchor {
  place: string;
  block: string;
  start: unknown;
  end: unknown;
  words: string;
}

export interface ThreadRow {
  id: string;
  about: CommentAbout;
  target: string | null;
  place: string | null;
  block: string | null;
  start_at: unknown;
  end_at: unknown;
  quote: string;
  words: string;
  resolved_at: Date | null;
  resolved_by: PersonId | null;
  resolvedByName: string | null;
}

export interface NewThread {
  id: string;
  review: ReviewId;
  about: CommentAbout;
  target: string | null;
  quote: string;
  /** A picture has its block alone. */
  anchor: ThreadAnchor | { block: string } | null;
  at: Date;
}

/** Oldest first. */
export const listThreads = (db: Database, review: ReviewId): Promise<ThreadRow[]> =>
  threadRows(db).where('review_id', '=', review).orderBy('opened_at').orderBy('comment_threads.id').execute();

export const findThread = async (
  db: Database,
  review: ReviewId,
  id: string,
): Promise<ThreadRow | undefined> =>
  threadRows(db).where('review_id', '=', review).where('comment_threads.id', '=', id).executeTakeFirst();

export const countThreads = async (db: Database, review: ReviewId): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('comment_threads')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('review_id', '=', review)
        .executeTakeFirstOrThrow()
    ).count,
  );

export const insertThread = async (db: Database, thread: NewThread): Promise<void> => {
  const anchor = { place: null, start: null, end: null, words: '', block: null, ...thread.anchor };
  await db
    .insertInto('comment_threads')
    .values({
      id: thread.id,
      review_id: thread.review,
      about: thread.about,
      target: thread.target,
      place: anchor.place,
      block: anchor.block,
      start_at: asJson(anchor.start),
      end_at: asJson(anchor.end),
      // a Yjs client may have written what PostgreSQL cannot hold
      quote: storable(thread.quote),
      words: storable(anchor.words),
      resolved_by: null,
      resolved_at: null,
      opened_at: thread.at,
    })
    .execute();
};

export const moveAnchor = async (db: Database, thread: string, anchor: ThreadAnchor): Promise<void> => {
  await db
    .updateTable('comment_threads')
    .set({
      place: anchor.place,
      block: anchor.block,
      start_at: asJson(anchor.start),
      end_at: asJson(anchor.end),
      words: storable(anchor.words),
    })
    .where('id', '=', thread)
    .execute();
};

/** `by: null` opens it again. */
export const setResolved = async (
  db: Database,
  thread: string,
  by: PersonId | null,
  at: Date,
): Promise<void> => {
  await db
    .updateTable('comment_threads')
    .set({ resolved_by: by, resolved_at: by && at })
    .where('id', '=', thread)
    .execute();
};

export const deleteThread = async (db: Database, thread: string): Promise<void> => {
  await db.deleteFrom('comment_threads').where('id', '=', thread).execute();
};

/** Says that something about a review's comments is new; answers the new `rev`. Its row is held until the transaction's end. */
export const raiseCommentsRev = async (db: Database, review: ReviewId): Promise<number> =>
  (
    await db
      .updateTable('reviews')
      .set({ comments_rev: sql`comments_rev + 1` })
      .where('id', '=', review)
      .returning('comments_rev')
      .executeTakeFirstOrThrow()
  ).comments_rev;

export const readCommentsRevs = async (
  db: Database,
  reviews: readonly ReviewId[],
): Promise<Map<ReviewId, number>> => {
  if (reviews.length === 0) return new Map();
  const rows = await db
    .selectFrom('reviews')
    .select(['id', 'comments_rev'])
    .where('id', 'in', reviews)
    .execute();
  return new Map(rows.map((row) => [row.id, row.comments_rev]));
};

const threadRows = (db: Database) =>
  db
    .selectFrom('comment_threads')
    .leftJoin('people', 'people.id', 'comment_threads.resolved_by')
    .select([
      'comment_threads.id',
      'about',
      'target',
      'place',
      'block',
      'start_at',
      'end_at',
      'quote',
      'words',
      'resolved_at',
      'resolved_by',
      'people.name as resolvedByName',
    ]);

const asJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
