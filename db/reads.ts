import { type Kysely, sql } from 'kysely';
import type { Shown } from '#domain/attendance/shown.ts';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** R1, R2: once per person and day; its side is that of the day. @param day in the reader's zone, YYYY-MM-DD */
export const noteRead = (db: Database, review: ReviewId, person: PersonId, day: string) =>
  sql`
    insert into reads (review_id, person_id, day, closest)
    values (${review}, ${person}, ${day}, exists (
      select 1 from review_teams t join team_members m on m.team_id = t.team_id
      where t.review_id = ${review} and m.person_id = ${person}))
    on conflict do nothing`.execute(db);

export interface WeekCount {
  review: ReviewId;
  outside: number;
  closest: number;
}

/** How many different people read each review between two days, both included. */
export const countReaders = async (db: Database, from: string, to: string): Promise<WeekCount[]> =>
  (
    await sql<WeekCount>`
      select review as review, (count(*) filter (where not closest))::int as outside, (count(*) filter (where closest))::int as closest
      from (select review_id as review, person_id, bool_or(closest) as closest from reads
        where day between ${from} and ${to} group by 1, 2) as readers
      group by 1`.execute(db)
  ).rows;

/** How many could have read: those who write it left out. */
export const countPossibleReaders = async (
  db: Database,
  reviews: readonly ReviewId[],
): Promise<Map<ReviewId, { outside: number; closest: number }>> => {
  const { rows } = await sql<{ id: ReviewId; people: number; closest: number }>`
    with writers as (
      select review_id, person_id from review_people where role in ('analyst', 'writer') and review_id = any (${sql`${[...reviews]}::uuid[]`})
    ), named as (
      select review_id, person_id from review_people where review_id = any (${sql`${[...reviews]}::uuid[]`})
      union
      select m.review_id, f.person_id from meetings m join meeting_people f on f.meeting_id = m.id and f.role = 'facilitator'
      where m.phase <> 'cancelled' and m.review_id = any (${sql`${[...reviews]}::uuid[]`})
    ), near as (
      select distinct t.review_id, m.person_id from review_teams t join team_members m on m.team_id = t.team_id
      join people p on p.id = m.person_id and p.deactivated_at is null
      join reviews r on r.id = t.review_id
      where t.review_id = any (${sql`${[...reviews]}::uuid[]`})
        and not exists (select 1 from writers w where w.review_id = t.review_id and w.person_id = m.person_id)
        and (r.privacy = 'open' or exists (select 1 from named n where n.review_id = t.review_id and n.person_id = m.person_id))
    )
    select r.id,
      ((select count(*) from people p where p.deactivated_at is null
        and not exists (select 1 from writers w where w.review_id = r.id and w.person_id = p.id)
        and (r.privacy = 'open' or exists (select 1 from named n where n.review_id = r.id and n.person_id = p.id))))::int as people,
      (select count(*) from near where near.review_id = r.id)::int as closest
    from reviews r where r.id = any (${sql`${[...reviews]}::uuid[]`})`.execute(db);
  return new Map(
    rows.map(({ id, people, closest }) => [id, { outside: Math.max(0, people - closest), closest }]),
  );
};

export const isWeekMade = async (db: Database, week: string): Promise<boolean> =>
  (await db.selectFrom('read_weeks').select('week').where('week', '=', week).executeTakeFirst()) !==
  undefined;

/** The Monday of the oldest read whose week has no figures yet. */
export const findOldestWeekToMake = async (db: Database, before: string): Promise<string | null> =>
  (
    await sql<{ week: string | null }>`
      select min(date_trunc('week', day))::date as week from reads
      where day < ${before} and date_trunc('week', day)::date not in (select week from read_weeks)`.execute(
      db,
    )
  ).rows[0]?.week ?? null;

export async function saveWeek(
  tx: Database,
  week: string,
  figures: readonly { review: ReviewId; outside: Shown; closest: Shown }[],
): Promise<void> {
  await tx
    .insertInto('read_weeks')
    .values({ week })
    .onConflict((same) => same.doNothing())
    .execute();
  for (let from = 0; from < figures.length; from += 500)
    await tx
      .insertInto('read_figures')
      .values(
        figures.slice(from, from + 500).map(({ review, outside, closest }) => ({
          review_id: review,
          week,
          outside: JSON.stringify(outside),
          closest: JSON.stringify(closest),
        })),
      )
      .onConflict((same) => same.doNothing())
      .execute();
}

export const listReadWeeks = (
  db: Database,
  review: ReviewId,
): Promise<{ week: string; outside: Shown; closest: Shown }[]> =>
  db
    .selectFrom('read_figures')
    .select(['week', 'outside', 'closest'])
    .where('review_id', '=', review)
    .orderBy('week')
    .execute();

export interface MonthReadsSum {
  month: string;
  side: 'outside' | 'closest';
  readers: number;
  /** Weeks with a word instead; `untold`: with none. */
  inWords: number;
  untold: number;
}

/** A6: sums over open, published reviews of what they publish, by the month each week begins in. */
export const sumReadsByMonth = async (db: Database): Promise<MonthReadsSum[]> =>
  (
    await sql<MonthReadsSum>`
      select to_char(f.week, 'YYYY-MM') as month, s.side,
        coalesce(sum(case when jsonb_typeof(s.shown) = 'number' then (s.shown)::int else 0 end), 0)::int as readers,
        (count(*) filter (where s.shown in ('"a-few"', '"most"')))::int as "inWords",
        (count(*) filter (where s.shown = '"hidden"'))::int as untold
      from read_figures f join reviews r on r.id = f.review_id
      cross join lateral (values ('outside', f.outside), ('closest', f.closest)) as s (side, shown)
      where r.privacy = 'open' and r.published_at is not null and r.deleted_at is null
      group by 1, 2 order by 1, 2`.execute(db)
  ).rows;

/** R3: a person's own reads are theirs. */
export const listOwnReads = (
  db: Database,
  person: PersonId,
): Promise<{ review: ReviewId; title: string; day: string }[]> =>
  db
    .selectFrom('reads')
    .innerJoin('reviews', 'reviews.id', 'reads.review_id')
    .select(['reviews.id as review', 'reviews.title', 'reads.day'])
    .where('reads.person_id', '=', person)
    .where('reviews.deleted_at', 'is', null)
    .orderBy('reads.day', 'desc')
    .execute();
