import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface Reflection {
  id: string;
  /** Null for one that came without a name, or whose author took it back. */
  author: PersonId | null;
  authorName: string | null;
  words: string;
  /** The reflection it answers; null: it stands by itself. */
  answers: string | null;
  takenBack: boolean;
}

/** Signed ones first, as they came; those without a name have no time, and stand after them in an order drawn when they were shown (U3). */
export const listReflections = async (db: Database, review: ReviewId): Promise<Reflection[]> =>
  db
    .selectFrom('reflections')
    .leftJoin('people', 'people.id', 'reflections.author_id')
    .select([
      'reflections.id',
      'author_id as author',
      'people.name as authorName',
      'words',
      'answers',
      'taken_back as takenBack',
    ])
    .where('review_id', '=', review)
    .orderBy(sql`written_at nulls last`)
    .orderBy('reflections.id')
    .execute();

/** Null for one without a name. */
export const findReflectionAuthor = async (db: Database, id: string): Promise<PersonId | null> =>
  (await db.selectFrom('reflections').select('author_id').where('id', '=', id).executeTakeFirst())
    ?.author_id ?? null;

export const insertReflection = async (
  db: Database,
  reflection: {
    id: string;
    review: ReviewId;
    author: PersonId;
    words: string;
    at: Date;
    answers?: string | null;
  },
): Promise<void> => {
  await db
    .insertInto('reflections')
    .values({
      id: reflection.id,
      review_id: reflection.review,
      author_id: reflection.author,
      words: reflection.words,
      written_at: reflection.at,
      answers: reflection.answers ?? null,
    })
    .execute();
};

/** Shows what came without a name: no author, no time, ids drawn now (U3, U5). */
export const insertUnsignedReflections = async (
  db: Database,
  review: ReviewId,
  shown: readonly { id: string; words: string }[],
): Promise<void> => {
  if (shown.length === 0) return;
  await db
    .insertInto('reflections')
    .values(
      shown.map(({ id, words }) => ({
        id,
        review_id: review,
        author_id: null,
        words,
        written_at: null,
        answers: null,
      })),
    )
    .execute();
};

/**
 * Its author takes it back: it goes, and so does the answered one above it that has nothing left to hold. What others have answered
 * stays, under a place that says so. False when it was not this author's.
 */
export const takeBackReflection = async (
  tx: Database,
  reflection: { id: string; review: ReviewId; author: PersonId },
): Promise<boolean> => {
  const own = await tx
    .selectFrom('reflections')
    .select(['id', 'answers'])
    .where('id', '=', reflection.id)
    .where('review_id', '=', reflection.review)
    .where('author_id', '=', reflection.author)
    .executeTakeFirst();
  if (!own) return false;
  const isAnswered = (id: string) =>
    tx.selectFrom('reflections').select('id').where('answers', '=', id).executeTakeFirst();
  if (await isAnswered(own.id)) {
    await tx
      .updateTable('reflections')
      .set({ words: '', author_id: null, taken_back: true })
      .where('id', '=', own.id)
      .execute();
    return true;
  }
  await tx.deleteFrom('reflections').where('id', '=', own.id).execute();
  if (own.answers !== null && !(await isAnswered(own.answers)))
    await tx.deleteFrom('reflections').where('id', '=', own.answers).where('taken_back', '=', true).execute();
  return true;
};

/** One that can be answered: it stands by itself and was not taken back. */
export const isAnswerable = async (db: Database, review: ReviewId, id: string): Promise<boolean> =>
  (await db
    .selectFrom('reflections')
    .select('id')
    .where('id', '=', id)
    .where('review_id', '=', review)
    .where('answers', 'is', null)
    .where('taken_back', '=', false)
    .executeTakeFirst()) !== undefined;

/** Whether this person has said it there already, in the same words. */
export const isReflected = async (
  db: Database,
  said: { review: ReviewId; author: PersonId; words: string; answers: string | null },
): Promise<boolean> =>
  (await db
    .selectFrom('reflections')
    .select('id')
    .where('review_id', '=', said.review)
    .where('author_id', '=', said.author)
    .where('words', '=', said.words)
    .where('answers', said.answers === null ? 'is' : '=', said.answers)
    .executeTakeFirst()) !== undefined;
