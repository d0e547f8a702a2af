import { type Kysely, sql } from 'kysely';
import type { MeetingId, PersonId, TeamId } from '#domain/ids.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import { namesPerson } from './named-in-meetings.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export type FeedKind = 'named' | 'open' | 'team';

export interface NewFeed {
  id: string;
  secretHash: Uint8Array;
  person: PersonId;
  kind: FeedKind;
  team: TeamId | null;
  hidesTitles: boolean;
  at: Date;
}

export const insertFeed = (db: Database, feed: NewFeed) =>
  db
    .insertInto('calendar_feeds')
    .values({
      id: feed.id,
      secret_hash: feed.secretHash,
      person_id: feed.person,
      kind: feed.kind,
      team_id: feed.team,
      hides_titles: feed.hidesTitles,
      made_at: feed.at,
      last_read_at: null,
    })
    .execute();

/** Newest first. */
export const listFeedsOf = (db: Database, person: PersonId) =>
  db
    .selectFrom('calendar_feeds')
    .leftJoin('teams', 'teams.id', 'calendar_feeds.team_id')
    .select([
      'calendar_feeds.id',
      'kind',
      'teams.name as team',
      'hides_titles as hidesTitles',
      'made_at as madeAt',
      'last_read_at as lastReadAt',
    ])
    .where('person_id', '=', person)
    .orderBy('made_at', 'desc')
    .orderBy('calendar_feeds.id')
    .execute();

/** Only one's own. */
export const deleteFeed = async (db: Database, person: PersonId, id: string): Promise<boolean> =>
  (
    await db
      .deleteFrom('calendar_feeds')
      .where('id', '=', id)
      .where('person_id', '=', person)
      .executeTakeFirst()
  ).numDeletedRows > 0n;

/** Another one after any change to what feeds say or to whom, once it is committed. */
const MARK = sql<string>`(select concat_ws(' ', count(*), bit_xor(number)) from feed_changes)`;

/** Some of the newest are enough: a mark is only ever compared with one taken before. A row of its own keeps an older mark from coming back. */
export const forgetFeedChanges = (db: Database, kept: number) =>
  sql`with gone as (
      delete from feed_changes where noted_at < (
        select noted_at from feed_changes order by noted_at desc offset ${kept - 1}::int limit 1)
      returning 1
    )
    insert into feed_changes select where exists (select from gone)`.execute(db);

/** With its owner, as long as they are active. `mark`: as long as it is the same, so is what the feed says. */
export const findFeed = async (db: Database, id: string) =>
  (await db
    .selectFrom('calendar_feeds')
    .innerJoin('people', 'people.id', 'calendar_feeds.person_id')
    .leftJoin('teams', 'teams.id', 'calendar_feeds.team_id')
    .select([
      'calendar_feeds.id',
      'secret_hash as secretHash',
      'person_id as person',
      'kind',
      'team_id as team',
      'teams.name as teamName',
      'hides_titles as hidesTitles',
      'last_read_at as lastReadAt',
      MARK.as('mark'),
    ])
    .where('calendar_feeds.id', '=', id)
    .where('people.deactivated_at', 'is', null)
    .executeTakeFirst()) ?? null;

export const touchFeed = (db: Database, id: string, at: Date) =>
  db.updateTable('calendar_feeds').set({ last_read_at: at }).where('id', '=', id).execute();

export interface FeedAsks {
  person: PersonId;
  kind: FeedKind;
  team: TeamId | null;
  since: Date;
  cancelledSince: Date;
}

export interface FeedMeeting {
  id: MeetingId;
  uid: string | null;
  sequence: number;
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  minutes: number;
  callLink: string;
  isCancelled: boolean;
  changedAt: Date;
  privacy: 'open' | 'private';
}

/** 'named': what this person is named in; 'open': that and every review meeting they may come to; 'team': of published open reviews the team is close to. */
function feedMeetings(db: Database, { person, kind, team, since, cancelledSince }: FeedAsks) {
  return readableReviews(db, person)
    .innerJoin('meetings', 'meetings.review_id', 'reviews.id')
    .leftJoin('calendar_entries as entry', 'entry.meeting_id', 'meetings.id')
    .where('meetings.starts_at', '>', since)
    .where((row) =>
      row.or([row('meetings.phase', '!=', 'cancelled'), row('meetings.cancelled_at', '>', cancelledSince)]),
    )
    .where((row) => {
      const named = namesPerson(row.ref('meetings.id'), person);
      if (kind === 'named') return named;
      if (kind === 'open') return row.or([row('meetings.kind', '=', 'review'), named]);
      return row.and([
        row('meetings.kind', '=', 'review'),
        row('reviews.privacy', '=', 'open'),
        row('reviews.published_at', 'is not', null),
        row.exists(
          row
            .selectFrom('review_teams')
            .select('review_teams.team_id')
            .whereRef('review_teams.review_id', '=', 'reviews.id')
            .where('review_teams.team_id', '=', team),
        ),
      ]);
    });
}

/** All that a feed says of a meeting, as one number. */
const SAID = sql<string>`hash_record_extended(row(meetings.id, meetings.kind, meetings.title, meetings.starts_at, meetings.minutes,
  meetings.call_link, meetings.phase, meetings.created_at, entry.uid, entry.sequence, entry.changed_at, reviews.privacy), 0)`;

/**
 * The newest 2,000 of what a feed says, soonest first: a line for each, its meeting's id and a number that changes with everything it
 * says. As one value: two thousand rows cost ten times as much to hand over.
 * @param known `looks` and all lines, summed, as the asker has had them: where that is still so, no lines are handed over
 */
export const readFeedLines = async (
  db: Database,
  asks: FeedAsks,
  { looks, known }: { looks: string; known: readonly string[] },
): Promise<{ sum: string; lines: string[] | null; changedAt: Date | null }> => {
  const row = await db
    .with(
      (cte) => cte('newest').materialized(),
      () =>
        feedMeetings(db, asks)
          .select([
            'meetings.id',
            SAID.as('said'),
            sql<Date>`coalesce(entry.changed_at, meetings.created_at)`.as('changed_at'),
          ])
          .orderBy('meetings.starts_at', 'desc')
          .orderBy('meetings.id')
          .limit(2_000),
    )
    .with(
      (cte) => cte('summed').materialized(),
      (query) =>
        query
          .selectFrom('newest')
          .select([
            sql<string>`md5(concat_ws(',', ${looks}::text, count(*), bit_xor(said)))`.as('sum'),
            sql<Date | null>`max(changed_at)`.as('changed_at'),
          ]),
    )
    .selectFrom('summed')
    .select([
      'sum',
      'changed_at as changedAt',
      // looked up only where it is wanted
      sql<string | null>`case when sum = any (${[...known]}::text[]) then null
        else (select coalesce(string_agg(concat_ws(' ', id, said), ','), '') from newest) end`.as('lines'),
    ])
    .executeTakeFirstOrThrow();
  const lines = row.lines === null ? null : row.lines.split(',').filter(Boolean).reverse();
  return { sum: row.sum, lines, changedAt: row.changedAt };
};

/** Those of these meetings that this feed holds, in no order, each with the line that it is by now. */
export const listFeedMeetings = async (
  db: Database,
  asks: FeedAsks,
  ids: readonly MeetingId[],
): Promise<(FeedMeeting & { line: string })[]> => {
  const rows = await feedMeetings(db, asks)
    .select([
      sql<string>`concat_ws(' ', meetings.id, ${SAID})`.as('line'),
      'meetings.id',
      'entry.uid',
      'entry.sequence',
      'meetings.kind',
      'meetings.title',
      'meetings.starts_at as startsAt',
      'meetings.minutes',
      'meetings.call_link as callLink',
      'meetings.phase',
      'meetings.created_at as createdAt',
      'entry.changed_at as changedAt',
      'reviews.privacy',
    ])
    .where(sql<boolean>`meetings.id = any (${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ phase, createdAt, changedAt, sequence, ...row }) => ({
    ...row,
    sequence: sequence ?? 0,
    isCancelled: phase === 'cancelled',
    changedAt: changedAt ?? createdAt,
  }));
};
