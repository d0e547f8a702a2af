import type { Kysely } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface Reflection {
  id: string;
  author: PersonId;
  authorName: string;
  words: string;
  writtenAt: Date;
}

/** Oldest first, as they came. */
export const listReflections = async (db: Database, review: ReviewId): Promise<Reflection[]> =>
  db
    .selectFrom('reflections')
    .innerJoin('people', 'people.id', 'reflections.author_id')
    .select([
      'reflections.id',
      'author_id as author',
      'people.name as authorName',
      'words',
      'written_at as writtenAt',
    ])
    .where('review_id', '=', review)
    .orderBy('written_at')
    .orderBy('reflections.id')
    .execute();

export const insertReflection = async (
  db: Database,
  reflection: { id: string; review: ReviewId; author: PersonId; words: string; at: Date },
): Promise<void> => {
  await db
    .insertInto('reflections')
    .values({
      id: reflection.id,
      review_id: reflection.review,
      author_id: reflection.author,
      words: reflection.words,
      written_at: reflection.at,
    })
    .execute();
};

/** True when it was this author's own and is gone. */
export const deleteReflection = async (
  db: Database,
  reflection: { id: string; review: ReviewId; author: PersonId },
): Promise<boolean> => {
  const deleted = await db
    .deleteFrom('reflections')
    .where('id', '=', reflection.id)
    .where('review_id', '=', reflection.review)
    .where('author_id', '=', reflection.author)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
};
