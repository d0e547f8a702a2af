import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId, TeamId } from '#domain/ids.ts';
import type { ReviewAccess } from '#domain/permissions.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import type { ReviewsTable, Schema } from './schema.ts';

type Database = Kysely<Schema>;

export type ReviewRow = Omit<
  ReviewsTable,
  'room_may_write' | 'source_note' | 'names_or_roles' | 'standfirst' | 'search_text' | 'epoch'
> & {
  room_may_write: boolean;
  source_note: string;
  names_or_roles: 'names' | 'roles';
  standfirst: string;
  epoch: number;
};

const COLUMNS = [
  'id',
  'kind',
  'happened_on',
  'happened_until',
  'happened_zone',
  'privacy',
  'published_at',
  'deleted_at',
  'done_at',
  'room_may_write',
  'source_note',
  'names_or_roles',
  'title',
  'standfirst',
  'epoch',
  'created_by',
  'created_at',
] as const;

export interface NewReview {
  id: ReviewId;
  kind: ReviewKind;
  happenedOn: string;
  happenedUntil: string | null;
  zone: string;
  privacy: 'open' | 'private';
  sourceNote: string;
  title: string;
  standfirst: string;
  publishedAt: Date | null;
  createdBy: PersonId;
  createdAt: Date;
}

export const insertReview = (db: Database, review: NewReview) =>
  db
    .insertInto('reviews')
    .values({
      id: review.id,
      kind: review.kind,
      happened_on: review.happenedOn,
      happened_until: review.happenedUntil,
      happened_zone: review.zone,
      privacy: review.privacy,
      source_note: review.sourceNote,
      title: review.title,
      standfirst: review.standfirst,
      published_at: review.publishedAt,
      deleted_at: null,
      done_at: null,
      created_by: review.createdBy,
      created_at: review.createdAt,
    })
    .execute();

/** One review, in a bin or not; rights are the caller's to ask. */
export const findReview = (db: Database, id: ReviewId): Promise<ReviewRow | undefined> =>
  db.selectFrom('reviews').select(COLUMNS).where('id', '=', id).executeTakeFirst();

/** Locks the row until the transaction ends. */
export const lockReview = (db: Database, id: ReviewId): Promise<ReviewRow | undefined> =>
  db.selectFrom('reviews').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();

export type ReviewFacts = Partial<
  Pick<
    ReviewRow,
    | 'kind'
    | 'happened_on'
    | 'happened_until'
    | 'happened_zone'
    | 'privacy'
    | 'published_at'
    | 'deleted_at'
    | 'done_at'
    | 'room_may_write'
    | 'source_note'
    | 'names_or_roles'
  >
>;

export const updateReview = (db: Database, id: ReviewId, facts: ReviewFacts) =>
  db.updateTable('reviews').set(facts).where('id', '=', id).execute();

/** What is read off the write-up after a change: title, standfirst, text for search, reviews it links to. */
export async function saveDerived(
  db: Database,
  id: ReviewId,
  derived: { title: string; standfirst: string; searchText: string; linksTo: readonly ReviewId[] },
) {
  await db
    .updateTable('reviews')
    .set({ title: derived.title, standfirst: derived.standfirst, search_text: derived.searchText })
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('review_links').where('from_review', '=', id).execute();
  if (derived.linksTo.length === 0) return;
  const known = await db.selectFrom('reviews').select('id').where('id', 'in', derived.linksTo).execute();
  const rows = known.filter((row) => row.id !== id).map((row) => ({ from_review: id, to_review: row.id }));
  if (rows.length > 0) await db.insertInto('review_links').values(rows).execute();
}

export interface ReviewPerson {
  person_id: PersonId;
  role: 'analyst' | 'writer' | 'reader';
  was_involved: boolean;
  leads_involved: boolean;
}

export const listReviewPeople = (db: Database, id: ReviewId): Promise<(ReviewPerson & { name: string })[]> =>
  db
    .selectFrom('review_people')
    .innerJoin('people', 'people.id', 'review_people.person_id')
    .select(['person_id', 'review_people.role', 'was_involved', 'leads_involved', 'people.name'])
    .where('review_id', '=', id)
    .orderBy('people.name')
    .execute();

export const putReviewPerson = (db: Database, id: ReviewId, person: ReviewPerson) =>
  db
    .insertInto('review_people')
    .values({ review_id: id, ...person })
    .onConflict((conflict) =>
      conflict
        .columns(['review_id', 'person_id', 'role'])
        .doUpdateSet({ was_involved: person.was_involved, leads_involved: person.leads_involved }),
    )
    .execute();

export const dropReviewPerson = (db: Database, id: ReviewId, person: PersonId, role: ReviewPerson['role']) =>
  db
    .deleteFrom('review_people')
    .where('review_id', '=', id)
    .where('person_id', '=', person)
    .where('role', '=', role)
    .execute();

export const listReviewTeams = (db: Database, id: ReviewId): Promise<{ id: TeamId; name: string }[]> =>
  db
    .selectFrom('review_teams')
    .innerJoin('teams', 'teams.id', 'review_teams.team_id')
    .select(['teams.id', 'teams.name'])
    .where('review_id', '=', id)
    .orderBy('teams.name')
    .execute();

export async function setReviewTeams(db: Database, id: ReviewId, teams: readonly TeamId[]) {
  await db.deleteFrom('review_teams').where('review_id', '=', id).execute();
  if (teams.length === 0) return;
  await db
    .insertInto('review_teams')
    .values(teams.map((team_id) => ({ review_id: id, team_id })))
    .execute();
}

/** The facts that decide who may do what with one review; null where there is none. */
export async function loadReviewAccess(db: Database, id: ReviewId): Promise<ReviewAccess | null> {
  const review = await findReview(db, id);
  if (!review) return null;
  return accessOf(db, review);
}

export async function accessOf(db: Database, review: ReviewRow): Promise<ReviewAccess> {
  const people = await db
    .selectFrom('review_people')
    .select(['person_id', 'role'])
    .where('review_id', '=', review.id)
    .execute();
  const inRole = (role: ReviewPerson['role']) =>
    people.filter((person) => person.role === role).map((person) => person.person_id);
  return {
    privacy: review.privacy,
    published: review.published_at !== null,
    deleted: review.deleted_at !== null,
    analysts: inRole('analyst'),
    writers: inRole('writer'),
    readers: inRole('reader'),
    facilitators: await listFacilitators(db, review.id),
    roomWriters: review.room_may_write ? await listInLiveRooms(db, review.id) : [],
  };
}

const listFacilitators = async (db: Database, id: ReviewId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('meeting_people')
      .innerJoin('meetings', 'meetings.id', 'meeting_people.meeting_id')
      .select('person_id')
      .distinct()
      .where('review_id', '=', id)
      .where('role', '=', 'facilitator')
      .where('phase', '!=', 'cancelled')
      .execute()
  ).map((row) => row.person_id);

/** Who has been seen in the room of a meeting of this review that is live now (P4). */
const listInLiveRooms = async (db: Database, id: ReviewId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('meeting_seen')
      .innerJoin('meetings', 'meetings.id', 'meeting_seen.meeting_id')
      .select('person_id')
      .distinct()
      .where('review_id', '=', id)
      .where('phase', 'in', ['live', 'paused'])
      .execute()
  ).map((row) => row.person_id);

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
    .select(COLUMNS.map((column) => `reviews.${column}` as const))
    .orderBy('happened_on', 'desc')
    .orderBy('id')
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
