import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface ReadingEntry {
  id: ReviewId;
  kind: ReviewKind;
  title: string;
  standfirst: string;
  words: number;
}

/** Write-ups this one links to, or that link to it, as far as the asking person may read them. */
export const listLinkedReviews = async (
  db: Database,
  person: PersonId,
  review: ReviewId,
): Promise<ReadingEntry[]> => {
  const found = await entries(db, person)
    .where((where) =>
      where.exists(
        where
          .selectFrom('review_links')
          .select('review_links.to_review')
          .where((link) =>
            link.or([
              link.and([link('from_review', '=', review), link('to_review', '=', link.ref('reviews.id'))]),
              link.and([link('to_review', '=', review), link('from_review', '=', link.ref('reviews.id'))]),
            ]),
          ),
      ),
    )
    .where('reviews.id', '<>', review)
    .orderBy('reviews.happened_on', 'desc')
    .orderBy('reviews.id')
    .limit(8)
    .execute();
  return withWords(db, found);
};

/** Published write-ups by others, the newest first; since an instant, or any when it is null. */
export const listNewWriteUps = async (
  db: Database,
  person: PersonId,
  since: Date | null,
): Promise<ReadingEntry[]> => {
  let query = entries(db, person)
    .where('published_at', 'is not', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('review_people')
            .select('review_people.person_id')
            .whereRef('review_people.review_id', '=', 'reviews.id')
            .where('review_people.person_id', '=', person)
            .where('review_people.role', '=', 'analyst'),
        ),
      ),
    );
  if (since !== null) query = query.where('published_at', '>', since);
  return withWords(db, await query.orderBy('published_at', 'desc').orderBy('reviews.id').limit(6).execute());
};

/** Drafts the person analyses or was named a writer of, the newest first. */
export const listDraftsOf = async (db: Database, person: PersonId): Promise<ReadingEntry[]> => {
  const found = await entries(db, person)
    .where((where) =>
      where.exists(
        where
          .selectFrom('review_people')
          .select('review_people.person_id')
          .whereRef('review_people.review_id', '=', 'reviews.id')
          .where('review_people.person_id', '=', person)
          .where('review_people.role', 'in', ['analyst', 'writer']),
      ),
    )
    .where('published_at', 'is', null)
    .orderBy('reviews.created_at', 'desc')
    .limit(6)
    .execute();
  return withWords(db, found);
};

/** Drafts by others that the person was named to read, the newest first; each with an analyst's name. */
export const listDraftsToCalibrate = async (
  db: Database,
  person: PersonId,
): Promise<(ReadingEntry & { analyst: string | null })[]> => {
  const found = await entries(db, person)
    .innerJoin('review_people as own', 'own.review_id', 'reviews.id')
    .select((row) =>
      row
        .selectFrom('review_people as lead')
        .innerJoin('people', 'people.id', 'lead.person_id')
        .select('people.name')
        .whereRef('lead.review_id', '=', 'reviews.id')
        .where('lead.role', '=', 'analyst')
        .orderBy('people.name')
        .limit(1)
        .as('analyst'),
    )
    .where('own.person_id', '=', person)
    .where('own.role', '=', 'reader')
    .where('published_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('review_people as more')
            .select('more.person_id')
            .whereRef('more.review_id', '=', 'reviews.id')
            .where('more.person_id', '=', person)
            .where('more.role', 'in', ['analyst', 'writer']),
        ),
      ),
    )
    .orderBy('reviews.created_at', 'desc')
    .limit(4)
    .execute();
  return withWords(db, found);
};

/** Reviews that soak now, held or not, and that the person may read; soonest end first. */
export const listSoakingReviews = async (
  db: Database,
  person: PersonId,
  now: Date,
): Promise<{ id: ReviewId; title: string }[]> =>
  readableReviews(db, person)
    .innerJoin('soaks', 'soaks.review_id', 'reviews.id')
    .select(['reviews.id', 'reviews.title'])
    .where('reviews.done_at', 'is', null)
    .where((where) =>
      where.or([
        where('soaks.held_for', 'is not', null),
        where.and([where('soaks.ends_at', '>', now), where('soaks.opened_early_at', 'is', null)]),
      ]),
    )
    .orderBy('soaks.ends_at')
    .orderBy('reviews.id')
    .execute();

const entries = (db: Database, person: PersonId) =>
  readableReviews(db, person).select(['reviews.id', 'reviews.kind', 'reviews.title', 'reviews.standfirst']);

/** Words are counted of the few that are shown: counted beside an order and a limit, they are counted of all. */
async function withWords<Entry extends Omit<ReadingEntry, 'words'>>(
  db: Database,
  found: readonly Entry[],
): Promise<(Entry & { words: number })[]> {
  if (found.length === 0) return [];
  const counted = await db
    .selectFrom('reviews')
    .select([
      'id',
      sql<number>`coalesce(array_length(regexp_split_to_array(trim(search_text), '\\s+'), 1), 0)`.as('words'),
    ])
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .execute();
  const words = new Map(counted.map((row) => [row.id, row.words]));
  return found.map((entry) => ({ ...entry, words: words.get(entry.id) ?? 0 }));
}
