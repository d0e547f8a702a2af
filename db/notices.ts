import { type Kysely, type SqlBool, sql } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { MeetingKind, MeetingPhase } from '#domain/meeting/meeting.ts';
import type { NoticeKind, NoticeWhat } from '#domain/notices/notice.ts';
import { namedInMeetings } from './named-in-meetings.ts';
import { readableReviews } from './readable-reviews.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What a notice is about; it holds no words. */
export interface NewNotice {
  person: PersonId;
  kind: NoticeKind;
  what: NoticeWhat;
  /** The same thing is told once. */
  about: string;
  review: ReviewId;
  meeting?: MeetingId;
  comment?: string;
  item?: string;
  reflection?: string;
  at: Date;
}

/** A notice as its person may see it now. */
export interface StoredNotice {
  id: number;
  kind: NoticeKind;
  what: NoticeWhat;
  /** When it happened; of a soak that has ended, when it did. */
  at: Date;
  isRead: boolean;
  review: ReviewId;
  reviewTitle: string;
  privacy: 'open' | 'private';
  isPublished: boolean;
  meeting: { id: MeetingId; kind: MeetingKind; phase: MeetingPhase; startsAt: Date; zone: string } | null;
  thread: string | null;
  item: string | null;
  reflection: string | null;
  /** Who wrote it, and what; null where nobody did. */
  by: string | null;
  words: string | null;
  /** When the soak ends by itself; null while it waits for a further meeting. */
  soakEnds: Date | null;
}

/** Keeps what is new of it. @returns those that were not told before */
export const insertNotices = async (
  db: Database,
  notices: readonly NewNotice[],
): Promise<{ id: number; person: PersonId; kind: NoticeKind }[]> =>
  notices.length === 0
    ? []
    : db
        .insertInto('notices')
        .values(notices.map(rowOf))
        .onConflict((same) => same.columns(['person_id', 'about']).doNothing())
        .returning(['id', 'person_id as person', 'kind'])
        .execute();

/** One notice a meeting: what is newer replaces what was told before, and is unread again. */
export async function putMeetingNotices(db: Database, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  // as one value: thousands of them cost more than what they do
  await sql`
    insert into notices (person_id, kind, what, about, review_id, meeting_id, at)
    select person, kind, what, about, review, meeting, at
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as notice (person uuid, kind text, what text, about text, review uuid, meeting uuid, at timestamptz)
    on conflict (person_id, about) do update set
      -- whoever has not seen that they are invited is told that, with the time as it is now
      what = case when notices.what = 'invited' and notices.read_at is null
        and excluded.what in ('moved', 'changed') then 'invited' else excluded.what end,
      at = excluded.at, read_at = null`.execute(db);
}

const rowOf = ({ person, review, meeting, comment, item, reflection, ...notice }: NewNotice) => ({
  ...notice,
  person_id: person,
  review_id: review,
  meeting_id: meeting ?? null,
  comment_id: comment ?? null,
  item_id: item ?? null,
  reflection_id: reflection ?? null,
  read_at: null,
});

/** S1: a soak that starts again is told again; what was said of the one before is over. */
export const removeSoakNotices = (db: Database, review: ReviewId) =>
  db.deleteFrom('notices').where('review_id', '=', review).where('kind', '=', 'soak').execute();

/** An item that has another owner now is nobody else's news. */
export const removeItemNotices = (db: Database, item: string, but: PersonId) =>
  db.deleteFrom('notices').where('item_id', '=', item).where('person_id', '!=', but).execute();

export interface AskedNotices {
  now: Date;
  /** After this instant. */
  since?: Date;
  /** Up to this one, which is in it. */
  until?: Date;
  unread?: boolean;
  ids?: readonly number[];
  /** Where they are to be told: what is stopped there is left out. */
  where: 'soak' | 'now' | 'daily';
  /** For somebody's day: left out is what it shows by itself, items, soaks that go on, these meetings unless they moved. */
  beside?: { meetings: readonly MeetingId[] };
  most: number;
}

/**
 * Somebody's notices, the newest first: of reviews they may read at this moment (P2), of what is still so, and of kinds they have
 * not stopped.
 */
export async function listNotices(
  db: Database,
  person: PersonId,
  { now, since, until, unread, ids, where: place, beside, most }: AskedNotices,
): Promise<StoredNotice[]> {
  if (ids?.length === 0) return [];
  const at = sql<Date>`case when notices.what = 'ended' then least(soaks.ends_at, soaks.opened_early_at) else notices.at end`;
  // a name that came in by an edit was not there to be seen when the comment was read
  const isSeen = sql<boolean>`(notices.read_at is not null
    or coalesce(notices.at <= comments.written_at and comments.written_at <= comment_reads.seen_until, false)
    or (notices.kind = 'mention' and exists (
      select 1 from comment_threads thread where thread.id = comments.thread_id and thread.resolved_at is not null)))`;
  let query = readableReviews(db, person)
    .innerJoin('notices', 'notices.review_id', 'reviews.id')
    .leftJoin('soaks', (join) =>
      join.onRef('soaks.review_id', '=', 'reviews.id').on('notices.kind', '=', 'soak'),
    )
    .leftJoin('meetings', 'meetings.id', 'notices.meeting_id')
    .leftJoin('comments', 'comments.id', 'notices.comment_id')
    .leftJoin('comment_reads', (join) =>
      join
        .onRef('comment_reads.thread_id', '=', 'comments.thread_id')
        .on('comment_reads.person_id', '=', person),
    )
    .leftJoin('items', 'items.id', 'notices.item_id')
    .leftJoin('reflections', 'reflections.id', 'notices.reflection_id')
    .leftJoin('people as author', (join) =>
      join.on((on) =>
        on.or([
          on('author.id', '=', on.ref('comments.author_id')),
          on('author.id', '=', on.ref('reflections.author_id')),
        ]),
      ),
    )
    .leftJoin('notice_choices as choice', (join) =>
      join.onRef('choice.kind', '=', 'notices.kind').on('choice.person_id', '=', person),
    )
    .where('notices.person_id', '=', person)
    .where(stillSo(now));
  query =
    place === 'soak'
      ? query.where(sql<SqlBool>`coalesce(choice.shown, true)`)
      : query.where('choice.mail', '=', place);
  if (since) query = query.where(at, '>', since);
  if (until) query = query.where(at, '<=', until);
  if (beside) query = query.where(notBeside(beside.meetings));
  if (unread) query = query.where((row) => row.not(isSeen));
  if (ids) query = query.where('notices.id', 'in', [...ids]);
  const rows = await query
    .select([
      'notices.id',
      'notices.kind',
      'notices.what',
      at.as('at'),
      isSeen.as('isRead'),
      'reviews.id as review',
      'reviews.title as reviewTitle',
      'reviews.privacy',
      'reviews.published_at as publishedAt',
      'meetings.id as meeting',
      'meetings.kind as meetingKind',
      'meetings.phase',
      'meetings.starts_at as startsAt',
      'meetings.zone',
      'comments.thread_id as thread',
      'items.id as item',
      'reflections.id as reflection',
      'author.name as by',
      sql<string | null>`coalesce(comments.words, reflections.words, items.title)`.as('words'),
      'soaks.ends_at as endsAt',
      'soaks.held_for as heldFor',
    ])
    .orderBy(at, 'desc')
    .orderBy('notices.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(
    ({ meeting, meetingKind, phase, startsAt, zone, publishedAt, endsAt, heldFor, ...row }) => ({
      ...row,
      isPublished: publishedAt !== null,
      meeting:
        meeting !== null && meetingKind !== null && phase !== null && startsAt !== null && zone !== null
          ? { id: meeting, kind: meetingKind, phase, startsAt, zone }
          : null,
      soakEnds: heldFor === null ? endsAt : null,
    }),
  );
}

const notBeside = (meetings: readonly MeetingId[]) =>
  sql<SqlBool>`(notices.kind <> 'item' and notices.what <> 'started'
    and (notices.meeting_id is null or notices.what in ('moved', 'cancelled')
      or not notices.meeting_id = any(${sql.val([...meetings])}::uuid[])))`;

/** Words taken back, an item done, a name taken out of a comment, a meeting or a soak that is over: that is no news any more. */
const stillSo = (now: Date) => sql<SqlBool>`(
  (notices.kind <> 'mention' or exists (select 1 from comment_mentions named
    where named.comment_id = notices.comment_id and named.person_id = notices.person_id))
  and (notices.comment_id is null or comments.removed_at is null)
  and (notices.reflection_id is null or not reflections.taken_back)
  and (notices.item_id is null or (items.finished_at is null and items.owner_id = notices.person_id))
  and (notices.meeting_id is null or notices.what = 'cancelled' or meetings.phase in ('live', 'paused')
    or (meetings.phase in ('planned', 'lobby') and meetings.starts_at > ${new Date(now.getTime() - BEGINS_LATE_MS)}))
  and (notices.what not in ('started', 'ended') or ${isSoakOver(now)} = (notices.what = 'ended'))
  and (notices.what <> 'started' or reviews.done_at is null))`;

/** A meeting that nobody has begun by then is over too, as on home. */
const BEGINS_LATE_MS = 3 * 3_600_000;

const isSoakOver = (now: Date) =>
  sql<SqlBool>`(soaks.held_for is null and least(soaks.ends_at, soaks.opened_early_at) <= ${now})`;

export const findPlanner = async (db: Database, meeting: MeetingId): Promise<PersonId | undefined> =>
  (await db.selectFrom('meetings').select('planned_by').where('id', '=', meeting).executeTakeFirst())
    ?.planned_by;

/** Marks these as read, or all that have happened by now. */
export const markNoticesRead = (
  db: Database,
  person: PersonId,
  { at, ids }: { at: Date; ids: readonly number[] | 'all' },
) =>
  db
    .updateTable('notices')
    .set({ read_at: at })
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (some) => some.where('id', 'in', ids === 'all' ? [] : [...ids]))
    // an ending that is still to come is not read yet
    .$if(ids === 'all', (all) =>
      all.where(
        sql<SqlBool>`(what <> 'ended' or exists (select 1 from soaks where soaks.review_id = notices.review_id
          and soaks.held_for is null and least(soaks.ends_at, soaks.opened_early_at) <= ${at}))`,
      ),
    )
    .execute();

/** What happened long ago goes, read or not. */
export const forgetNotices = (db: Database, before: Date) =>
  db
    .deleteFrom('notices')
    .where('at', '<', before)
    .where(
      sql<SqlBool>`(what <> 'ended' or exists (select 1 from soaks where soaks.review_id = notices.review_id
        and soaks.held_for is null and least(soaks.ends_at, soaks.opened_early_at) < ${before}))`,
    )
    .execute();

/** Active people a review's soak concerns: who is named in it, or in one of its review meetings. */
export const listPeopleOfSoak = async (db: Database, review: ReviewId): Promise<PersonId[]> =>
  (
    await db
      .selectFrom('people')
      .select('id')
      .where('deactivated_at', 'is', null)
      .where(
        'id',
        'in',
        db
          .selectFrom('review_people')
          .select('person_id')
          .where('review_id', '=', review)
          .union(
            db
              .selectFrom(namedInMeetings(db).as('named'))
              .innerJoin('meetings', 'meetings.id', 'named.meeting_id')
              .select('named.person_id')
              .where('meetings.review_id', '=', review)
              .where('meetings.kind', '=', 'review')
              .where('meetings.phase', '!=', 'cancelled'),
          ),
      )
      .orderBy('id')
      .execute()
  ).map(({ id }) => id);
