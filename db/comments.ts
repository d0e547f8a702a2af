import type { Kysely } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface CommentRow {
  id: string;
  thread_id: string;
  author_id: PersonId;
  name: string;
  faceLetters: string;
  faceHue: number;
  words: string;
  written_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
}

export interface NewComment {
  id: string;
  thread: string;
  author: PersonId;
  words: string;
  at: Date;
  mentions: readonly PersonId[];
}

/** A review's comments, oldest first. */
export const listComments = (db: Database, review: ReviewId): Promise<CommentRow[]> =>
  commentRows(db).where('review_id', '=', review).orderBy('seq').execute();

export const findComment = async (
  db: Database,
  review: ReviewId,
  id: string,
): Promise<CommentRow | undefined> =>
  commentRows(db).where('review_id', '=', review).where('comments.id', '=', id).executeTakeFirst();

export const insertComment = async (db: Database, comment: NewComment): Promise<void> => {
  await db
    .insertInto('comments')
    .values({
      id: comment.id,
      thread_id: comment.thread,
      author_id: comment.author,
      words: comment.words,
      written_at: comment.at,
      edited_at: null,
      removed_at: null,
    })
    .execute();
  await putMentions(db, comment.id, comment.mentions);
};

export const editComment = async (
  db: Database,
  comment: { id: string; words: string; at: Date; mentions: readonly PersonId[] },
): Promise<boolean> => {
  const edited = await db
    .updateTable('comments')
    .set({ words: comment.words, edited_at: comment.at })
    .where('id', '=', comment.id)
    // taken back in another tab meanwhile: its words are gone for good
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (Number(edited.numUpdatedRows) === 0) return false;
  await db.deleteFrom('comment_mentions').where('comment_id', '=', comment.id).execute();
  await putMentions(db, comment.id, comment.mentions);
  return true;
};

/** Takes the words for good; the row keeps the place that others answered. */
export const emptyComment = async (db: Database, id: string, at: Date): Promise<void> => {
  await db.updateTable('comments').set({ words: '', removed_at: at }).where('id', '=', id).execute();
  await db.deleteFrom('comment_mentions').where('comment_id', '=', id).execute();
};

export const deleteComment = async (db: Database, id: string): Promise<void> => {
  await db.deleteFrom('comments').where('id', '=', id).execute();
};

/** The comments of one thread that hold words or a place, oldest first. */
export const listOfThread = (
  db: Database,
  thread: string,
): Promise<{ id: string; removed_at: Date | null }[]> =>
  db
    .selectFrom('comments')
    .select(['id', 'removed_at'])
    .where('thread_id', '=', thread)
    .orderBy('seq')
    .execute();

/** Who began a thread; undefined where it is gone. */
export const findThreadAsker = async (db: Database, thread: string): Promise<PersonId | undefined> =>
  (
    await db
      .selectFrom('comments')
      .select('author_id')
      .where('thread_id', '=', thread)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
  )?.author_id;

/** Who is named in which comment. */
export const listMentions = (
  db: Database,
  review: ReviewId,
): Promise<{ comment_id: string; person_id: PersonId; name: string }[]> =>
  db
    .selectFrom('comment_mentions')
    .innerJoin('people', 'people.id', 'comment_mentions.person_id')
    .innerJoin('comments', 'comments.id', 'comment_mentions.comment_id')
    .innerJoin('comment_threads', 'comment_threads.id', 'comments.thread_id')
    .select(['comment_id', 'person_id', 'people.name'])
    .where('review_id', '=', review)
    .execute();

/** How far this person has read each thread. */
export const listReads = async (
  db: Database,
  review: ReviewId,
  person: PersonId,
): Promise<Map<string, Date>> => {
  const rows = await db
    .selectFrom('comment_reads')
    .innerJoin('comment_threads', 'comment_threads.id', 'comment_reads.thread_id')
    .select(['thread_id', 'seen_until'])
    .where('review_id', '=', review)
    .where('person_id', '=', person)
    .execute();
  return new Map(rows.map((row) => [row.thread_id, row.seen_until]));
};

/** Notes that these comments were seen; never backwards. */
export const noteSeen = async (
  db: Database,
  review: ReviewId,
  person: PersonId,
  comments: readonly string[],
): Promise<void> => {
  if (comments.length === 0) return;
  const rows = await db
    .selectFrom('comments')
    .innerJoin('comment_threads', 'comment_threads.id', 'comments.thread_id')
    .select((of) => ['thread_id', of.fn.max('written_at').as('seen_until')])
    .where('review_id', '=', review)
    .where('comments.id', 'in', comments)
    .groupBy('thread_id')
    .execute();
  if (rows.length === 0) return;
  await db
    .insertInto('comment_reads')
    .values(rows.map((row) => ({ person_id: person, ...row })))
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'thread_id']).doUpdateSet((of) => ({
        seen_until: of.fn('greatest', ['comment_reads.seen_until', 'excluded.seen_until']),
      })),
    )
    .execute();
};

const putMentions = async (db: Database, comment: string, people: readonly PersonId[]): Promise<void> => {
  if (people.length === 0) return;
  await db
    .insertInto('comment_mentions')
    .values(people.map((person) => ({ comment_id: comment, person_id: person })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const commentRows = (db: Database) =>
  db
    .selectFrom('comments')
    .innerJoin('comment_threads', 'comment_threads.id', 'comments.thread_id')
    .innerJoin('people', 'people.id', 'comments.author_id')
    .select([
      'comments.id',
      'thread_id',
      'author_id',
      'people.name',
      'people.face_letters as faceLetters',
      'people.face_hue as faceHue',
      'comments.words',
      'written_at',
      'edited_at',
      'removed_at',
    ]);
