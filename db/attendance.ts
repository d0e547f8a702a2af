import { type Kysely, sql } from 'kysely';
import type { Published, ShownKinds, Side } from '#domain/attendance/figures.ts';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/**
 * A5: notes who is on the closest teams of its review, how many people there are, and how many of either side may enter, on this
 * meeting's day. Noted once.
 */
export async function noteMeetingDay(tx: Database, meeting: MeetingId): Promise<void> {
  const noted = await sql`
    insert into meeting_days (meeting_id, people)
    select id, (select count(*) from people where deactivated_at is null) from meetings where id = ${meeting}
    on conflict do nothing`.execute(tx);
  if (noted.numAffectedRows === 0n) return;
  await sql`
    insert into meeting_closest (meeting_id, person_id)
    select distinct meetings.id, team_members.person_id from meetings
    join review_teams on review_teams.review_id = meetings.review_id
    join team_members on team_members.team_id = review_teams.team_id
    join people on people.id = team_members.person_id
    where meetings.id = ${meeting} and people.deactivated_at is null
    on conflict do nothing`.execute(tx);
  const pools = (await listPools(tx, [meeting])).get(meeting);
  if (pools === undefined) return;
  await tx
    .updateTable('meeting_days')
    .set({ could_come_outside: pools.outside.now, could_come_closest: pools.closest.now })
    .where('meeting_id', '=', meeting)
    .execute();
}

export const listWithoutDay = async (db: Database, endedBefore: Date): Promise<MeetingId[]> =>
  (
    await db
      .selectFrom('meetings')
      .select('id')
      .where('phase', '=', 'ended')
      .where('ended_at', '<=', endedBefore)
      .where('id', 'not in', (from) => from.selectFrom('meeting_days').select('meeting_id'))
      .execute()
  ).map(({ id }) => id);

/** Ended meetings whose figures nobody has looked at since; locked, and left out where another program is at them. */
export const lockMeetingsToLookAt = async (
  tx: Database,
  { endedBefore, lookedBefore, most }: { endedBefore: Date; lookedBefore: Date; most: number },
): Promise<MeetingId[]> =>
  (
    await sql<{ id: MeetingId }>`
      select meeting_days.meeting_id as id from meeting_days
      join meetings on meetings.id = meeting_days.meeting_id
      where meetings.phase = 'ended' and meetings.ended_at <= ${endedBefore}
        and (looked_at is null or looked_at <= ${lookedBefore})
      order by meeting_days.meeting_id limit ${most} for update of meeting_days skip locked`.execute(tx)
  ).rows.map(({ id }) => id);

export const setLookedAt = (tx: Database, meetings: readonly MeetingId[], at: Date) =>
  tx.updateTable('meeting_days').set({ looked_at: at }).where('meeting_id', 'in', meetings).execute();

/** Statements of one meeting and side, added up; what no door is ever given. */
export interface StatementCount {
  meeting: MeetingId;
  side: Side;
  how: Attendance['how'];
  mode: Attendance['mode'];
  /** Without those shown by name. */
  people: number;
  newFaces: number;
  named: number;
}

export const countStatements = async (
  tx: Database,
  meetings: readonly MeetingId[],
): Promise<StatementCount[]> => {
  const ids = sql`${[...meetings]}::uuid[]`;
  const { rows } = await sql<StatementCount>`
    select a.meeting_id as meeting, case when c.person_id is null then 'outside' else 'closest' end as side, a.how, a.mode,
      count(*) filter (where not a.named)::int as people,
      count(*) filter (where not a.named and not exists (
        select 1 from attendance e join meetings em on em.id = e.meeting_id
        where e.person_id = a.person_id and (em.starts_at, em.id) < (m.starts_at, m.id)))::int as "newFaces",
      count(*) filter (where a.named)::int as named
    from attendance a join meetings m on m.id = a.meeting_id
    left join meeting_closest c on c.meeting_id = a.meeting_id and c.person_id = a.person_id
    where a.meeting_id = any (${ids}) group by 1, 2, 3, 4
    union all
    select meeting_id, 'unknown', how, mode, count(*)::int, 0, 0 from guest_attendance
    where meeting_id = any (${ids}) group by 1, 2, 3, 4`.execute(tx);
  return rows;
};

export interface Pool {
  /** How many may enter, and so state. */
  now: number;
  /** How many could on the meeting's day. */
  onTheDay: number;
}

/** A6: who could be meant on each side: of an open, published review everybody of the meeting's day, otherwise those named in it. */
export const listPools = async (
  tx: Database,
  meetings: readonly MeetingId[],
): Promise<Map<MeetingId, Record<'outside' | 'closest', Pool>>> => {
  const ids = sql`${[...meetings]}::uuid[]`;
  const { rows } = await sql<{ id: MeetingId; outside: Pool; closest: Pool }>`
    with named as (
      select m.id as meeting_id, n.person_id from meetings m join review_people n on n.review_id = m.review_id where m.id = any (${ids})
      union
      select m.id, f.person_id from meetings m
      join meetings o on o.review_id = m.review_id and o.phase <> 'cancelled'
      join meeting_people f on f.meeting_id = o.id and f.role = 'facilitator' where m.id = any (${ids})
    ), entering as (
      select n.meeting_id, count(*) filter (where c.person_id is null)::int as outside, count(c.person_id)::int as closest
      from named n join people p on p.id = n.person_id and p.deactivated_at is null
      left join meeting_closest c on c.meeting_id = n.meeting_id and c.person_id = n.person_id group by 1
    ), days as (
      select d.*, r.privacy = 'open' and r.published_at is not null as for_all,
        (select count(*) from meeting_closest c where c.meeting_id = d.meeting_id)::int as near
      from meeting_days d join meetings m on m.id = d.meeting_id join reviews r on r.id = m.review_id
      where d.meeting_id = any (${ids})
    )
    select d.meeting_id as id,
      json_build_object('onTheDay', d.could_come_outside,
        'now', case when d.for_all then greatest(0, d.people - d.near) else coalesce(e.outside, 0) end) as outside,
      json_build_object('onTheDay', d.could_come_closest,
        'now', case when d.for_all then d.near else coalesce(e.closest, 0) end) as closest
    from days d left join entering e on e.meeting_id = d.meeting_id`.execute(tx);
  return new Map(rows.map(({ id, ...pools }) => [id, pools]));
};

export const listFigures = async (
  db: Database,
  meetings: readonly MeetingId[],
): Promise<{ meeting: MeetingId; side: Side; published: Published }[]> => {
  if (meetings.length === 0) return [];
  const rows = await db
    .selectFrom('attendance_figures')
    .selectAll()
    .where('meeting_id', 'in', meetings)
    .execute();
  return rows.map(({ meeting_id, side, shown, last, published_at }) => ({
    meeting: meeting_id,
    side,
    published: { shown, last, at: published_at },
  }));
};

const numberOf = (shown: ShownKinds, kind: 'all' | 'choice' | 'asked'): number | null => {
  const value = shown[kind];
  if (value === 'nobody') return 0;
  return typeof value === 'number' ? value : null;
};

export const saveFigures = async (
  tx: Database,
  figures: readonly { meeting: MeetingId; side: Side; published: Published }[],
): Promise<void> => {
  if (figures.length === 0) return;
  const rows = figures.map(({ meeting, side, published: { shown, last, at } }) => ({
    meeting_id: meeting,
    side,
    shown: JSON.stringify(shown),
    last: JSON.stringify(last),
    all_count: numberOf(shown, 'all'),
    choice_count: numberOf(shown, 'choice'),
    asked_count: numberOf(shown, 'asked'),
    published_at: at,
  }));
  await tx
    .insertInto('attendance_figures')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'side']).doUpdateSet((row) => ({
        shown: row.ref('excluded.shown'),
        last: row.ref('excluded.last'),
        all_count: row.ref('excluded.all_count'),
        choice_count: row.ref('excluded.choice_count'),
        asked_count: row.ref('excluded.asked_count'),
        published_at: row.ref('excluded.published_at'),
      })),
    )
    .execute();
};

/** Lets the database know how many there are, which the embedded one finds out by itself of no table; no words are in these columns. */
export const countFiguresAnew = (db: Database) =>
  sql`analyze attendance_figures (meeting_id, side, all_count, choice_count, asked_count)`.execute(db);

/** A7: those of these meetings who chose to be shown, with what they stated. */
export const listNamed = async (
  db: Database,
  meetings: readonly MeetingId[],
): Promise<
  {
    meeting: MeetingId;
    person: PersonId;
    name: string;
    side: Side;
    how: Attendance['how'];
    mode: Attendance['mode'];
  }[]
> => {
  if (meetings.length === 0) return [];
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('people', 'people.id', 'attendance.person_id')
    .leftJoin('meeting_closest', (on) =>
      on
        .onRef('meeting_closest.meeting_id', '=', 'attendance.meeting_id')
        .onRef('meeting_closest.person_id', '=', 'attendance.person_id'),
    )
    .select([
      'attendance.meeting_id as meeting',
      'people.id as person',
      'people.name',
      'how',
      'mode',
      'meeting_closest.person_id as closest',
    ])
    .where('attendance.meeting_id', 'in', meetings)
    .where('named', '=', true)
    .orderBy('people.name')
    .execute();
  return rows.map(({ closest, ...row }) => ({ ...row, side: closest === null ? 'outside' : 'closest' }));
};

export interface MonthSum {
  month: string;
  side: Side;
  people: number;
  choice: number;
  asked: number;
  /** Counted, of whom it is not published how they came. */
  unsplit: number;
  fresh: number;
  /** Counted, of whom it is not published for how many it was the first. */
  freshUnsaid: number;
  /** Meetings with a word instead; `untold`: with none. */
  inWords: number;
  untold: number;
  meetings: number;
}

/** A6: sums of what open, published reviews publish, by the month their meeting was held in. */
export const sumFiguresByMonth = async (db: Database, zone: string): Promise<MonthSum[]> =>
  (
    await sql<MonthSum>`
      with held as materialized (
        -- a time, not its words: fifteen thousand of those are slow to write and to sort
        select m.id, date_trunc('month', m.ended_at at time zone ${zone}) as month
        from meetings m join reviews r on r.id = m.review_id
        where m.kind = 'review' and m.phase = 'ended'
          and r.privacy = 'open' and r.published_at is not null and r.deleted_at is null),
      figures as (
        -- read out of the words only where they can be: no new face is told of fewer than six
        select held.month, f.side, f.all_count, f.choice_count, f.asked_count,
          case when f.all_count >= 6 then (f.shown->>'new')::int end as fresh,
          f.all_count is null and f.shown->>'all' = 'hidden' as untold
        from held join attendance_figures f on f.meeting_id = held.id)
      select to_char(month, 'YYYY-MM') as month, side,
        coalesce(sum(all_count), 0)::int as people,
        coalesce(sum(choice_count), 0)::int as choice,
        coalesce(sum(asked_count), 0)::int as asked,
        coalesce(sum(all_count) filter (where choice_count is null), 0)::int as unsplit,
        coalesce(sum(fresh), 0)::int as fresh,
        coalesce(sum(all_count) filter (where fresh is null), 0)::int as "freshUnsaid",
        (count(*) filter (where all_count is null and not untold))::int as "inWords",
        (count(*) filter (where untold))::int as untold,
        count(*)::int as meetings
      from figures group by figures.month, side order by figures.month, side`.execute(db)
  ).rows;

export const findReviewMeetings = (
  db: Database,
  review: ReviewId,
): Promise<{ id: MeetingId; kind: 'review' | 'action'; title: string; endedAt: Date | null }[]> =>
  db
    .selectFrom('meetings')
    .select(['id', 'kind', 'title', 'ended_at as endedAt'])
    .where('review_id', '=', review)
    .where('phase', '=', 'ended')
    .orderBy('ended_at')
    .execute();
