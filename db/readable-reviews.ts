import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId, TeamId } from '#domain/ids.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import { REVIEW_COLUMNS, type ReviewRow } from './reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Reviews a person may read, as SQL: the same rule as `mayWithReview(…, 'read', …)`; a test holds the two together. */
export function readableReviews(db: Database, person: PersonId) {
  return db
    .selectFrom('reviews')
    .where('deleted_at', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('privacy', '=', 'open'), where('published_at', 'is not', null)]),
        where.exists(
          where
            .selectFrom('review_people')
            .select('review_people.person_id')
            .whereRef('review_people.review_id', '=', 'reviews.id')
            .where('review_people.person_id', '=', person),
        ),
        where.exists(
          where
            .selectFrom('meeting_people')
            .innerJoin('meetings', 'meetings.id', 'meeting_people.meeting_id')
            .select('meeting_people.person_id')
            .whereRef('meetings.review_id', '=', 'reviews.id')
            .where('meeting_people.person_id', '=', person)
            .where('meeting_people.role', '=', 'facilitator')
            .where('meetings.phase', '!=', 'cancelled'),
        ),
      ]),
    );
}

export const listReadableReviews = (db: Database, person: PersonId): Promise<ReviewRow[]> =>
  readableReviews(db, person)
    .select(REVIEW_COLUMNS.map((column) => `reviews.${column}` as const))
    .orderBy('happened_on', 'desc')
    .orderBy('id')
    .execute();

/** Soaks of readable reviews that will end by themselves, the nearest end first. */
export const listSoaksToEnd = (
  db: Database,
  person: PersonId,
  now: Date,
): Promise<{ id: ReviewId; title: string; ends_at: Date }[]> =>
  readableReviews(db, person)
    .innerJoin('soaks', 'soaks.review_id', 'reviews.id')
    .where('soaks.held_for', 'is', null)
    .where('soaks.ends_at', '>', now)
    .where('soaks.opened_early_at', 'is', null)
    .select(['reviews.id', 'reviews.title', 'soaks.ends_at'])
    .orderBy('soaks.ends_at')
    .execute();

export interface LibraryEntry {
  id: ReviewId;
  kind: ReviewKind;
  title: string;
  standfirst: string;
  happened_on: string;
  published_at: Date | null;
  /** Passages with what was found between \ue000 and \ue001; null when nothing was asked. */
  passage: string | null;
}

/** Published write-ups a person may read, newest first, or best match first when words are asked for. */
export async function searchLibrary(
  db: Database,
  person: PersonId,
  asked: { words: string; kind: ReviewKind | null; team: TeamId | null },
): Promise<LibraryEntry[]> {
  const query = sql`websearch_to_tsquery('english', ${asked.words})`;
  const vector = sql`to_tsvector('english', reviews.title || ' ' || reviews.search_text)`;
  let reviews = readableReviews(db, person).where('published_at', 'is not', null);
  if (asked.kind) reviews = reviews.where('kind', '=', asked.kind);
  const { team } = asked;
  if (team)
    reviews = reviews.where((where) =>
      where.exists(
        where
          .selectFrom('review_teams')
          .select('review_teams.team_id')
          .whereRef('review_teams.review_id', '=', 'reviews.id')
          .where('review_teams.team_id', '=', team),
      ),
    );
  const entries = reviews.select([
    'reviews.id',
    'reviews.kind',
    'reviews.title',
    'reviews.standfirst',
    'reviews.happened_on',
    'reviews.published_at',
  ]);
  if (asked.words === '')
    return entries
      .select(sql<string | null>`null`.as('passage'))
      .orderBy('published_at', 'desc')
      .limit(500)
      .execute();
  return entries
    .select(
      sql<
        string | null
      >`ts_headline('english', reviews.search_text, ${query}, ${'StartSel=\ue000,StopSel=\ue001,MaxFragments=2,MinWords=8,MaxWords=24'})`.as(
        'passage',
      ),
    )
    .where(sql<boolean>`${vector} @@ ${query}`)
    .orderBy(sql`ts_rank(${vector}, ${query})`, 'desc')
    .limit(100)
    .execute();
}

/** Readable reviews that link to this one. */
export const listInboundLinks = (
  db: Database,
  person: PersonId,
  id: ReviewId,
): Promise<{ id: ReviewId; title: string; kind: ReviewKind }[]> =>
  readableReviews(db, person)
    .innerJoin('review_links', 'review_links.from_review', 'reviews.id')
    .where('review_links.to_review', '=', id)
    .select(['reviews.id', 'reviews.title', 'reviews.kind'])
    .orderBy('reviews.title')
    .execute();

/** Those of these reviews the person may read, with their titles. */
export const listReadableTitles = async (
  db: Database,
  person: PersonId,
  ids: readonly ReviewId[],
): Promise<{ id: ReviewId; title: string; kind: ReviewKind }[]> =>
  ids.length === 0
    ? []
    : readableReviews(db, person)
        .where('reviews.id', 'in', [...ids])
        .select(['reviews.id', 'reviews.title', 'reviews.kind'])
        .orderBy('reviews.title')
        .execute();
