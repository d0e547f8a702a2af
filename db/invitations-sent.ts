import { type Kysely, sql } from 'kysely';
import type { MeetingId, PersonId, ReviewId } from '#domain/ids.ts';
import type { Coming } from '#domain/invitations/coming.ts';
import type { EntryTold, Letter, Told } from '#domain/invitations/letters.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A meeting's calendar entry as it was last told. */
export interface CalendarEntry extends EntryTold {
  uid: string;
  changedAt: Date;
}

/** Meetings still ahead, or cancelled, that have changed since their entry was last looked at, and those with letters owed; a binned review's rest. */
export const listEntriesBehind = async (db: Database, after: Date, limit: number): Promise<MeetingId[]> =>
  (
    await db
      .selectFrom('meetings')
      .innerJoin('reviews', 'reviews.id', 'meetings.review_id')
      .leftJoin('calendar_entries as entry', 'entry.meeting_id', 'meetings.id')
      .select('meetings.id')
      .where('meetings.starts_at', '>', after)
      .where('reviews.deleted_at', 'is', null)
      .where((row) =>
        row.or([
          row.and([
            row('meetings.phase', 'in', ['planned', 'lobby', 'cancelled']),
            row.or([row('entry.seen_rev', 'is', null), row('entry.seen_rev', '!=', row.ref('meetings.rev'))]),
          ]),
          row('meetings.id', 'in', (from) =>
            from.selectFrom('invitations').select('meeting_id').where('owed', 'is not', null),
          ),
        ]),
      )
      .orderBy('meetings.starts_at')
      .limit(limit)
      .execute()
  ).map(({ id }) => id);

/** With the meeting's `rev` it was last looked at. */
export const findEntry = async (
  db: Database,
  meeting: MeetingId,
): Promise<(CalendarEntry & { seenRev: number }) | null> => {
  const row = await db
    .selectFrom('calendar_entries')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    uid: row.uid,
    sequence: row.sequence,
    title: row.title,
    startsAt: row.starts_at,
    minutes: row.minutes,
    callLink: row.call_link,
    isCancelled: row.is_cancelled,
    changedAt: row.changed_at,
    seenRev: row.seen_rev,
  };
};

/** N6: what the entries of a review's meetings say outside has changed, though none of its meetings has. */
export const markEntriesBehind = (db: Database, review: ReviewId) =>
  db
    .updateTable('calendar_entries')
    .set({ seen_rev: -1 })
    .where('meeting_id', 'in', (from) =>
      from
        .selectFrom('meetings')
        .select('id')
        .where('review_id', '=', review)
        .where('phase', 'in', ['planned', 'lobby', 'cancelled']),
    )
    .execute();

export const saveEntry = async (
  db: Database,
  meeting: MeetingId,
  entry: CalendarEntry & { seenRev: number },
): Promise<void> => {
  const columns = {
    sequence: entry.sequence,
    seen_rev: entry.seenRev,
    title: entry.title,
    starts_at: entry.startsAt,
    minutes: entry.minutes,
    call_link: entry.callLink,
    is_cancelled: entry.isCancelled,
    changed_at: entry.changedAt,
  };
  await db
    .insertInto('calendar_entries')
    .values({ meeting_id: meeting, uid: entry.uid, ...columns })
    .onConflict((same) => same.column('meeting_id').doUpdateSet(columns))
    .execute();
};

export const listTold = async (
  db: Database,
  meeting: MeetingId,
): Promise<Map<PersonId, Told & { answer: Coming | null }>> => {
  const rows = await db.selectFrom('invitations').selectAll().where('meeting_id', '=', meeting).execute();
  return new Map(
    rows.map(({ person_id, sequence, standing, role, answer }) => [
      person_id,
      { sequence, standing, role, answer },
    ]),
  );
};

/** What of a change one person is still to be told; the rest stands in their row and in the entry. */
export interface Owed {
  method: Letter['method'];
  why: Letter['why'];
  /** When it was to start before, where it moved. */
  was: string | null;
  /** Their answer was to another time, or to another invitation. */
  asksAnew: boolean;
}

/** What these are to be told last; their letters are owed until `takeOwed`. */
export async function saveTold(
  db: Database,
  meeting: MeetingId,
  told: readonly (Told & { person: PersonId; owed: Owed })[],
): Promise<void> {
  // as one value: thousands of them cost more than what they do
  await sql`
    insert into invitations (meeting_id, person_id, sequence, standing, role, owed)
    select ${meeting}::uuid, person, sequence, standing, role, owed
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as told (person uuid, sequence int, standing text, role text, owed jsonb)
    on conflict (meeting_id, person_id) do update set
      sequence = excluded.sequence, standing = excluded.standing, role = excluded.role, owed = excluded.owed,
      answer = case when (excluded.owed ->> 'asksAnew')::boolean then null else invitations.answer end`.execute(
    db,
  );
}

export const hasOwed = async (db: Database, meeting: MeetingId): Promise<boolean> =>
  (await db
    .selectFrom('invitations')
    .select('person_id')
    .where('meeting_id', '=', meeting)
    .where('owed', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** The letters of some of those who are owed one, which are not owed any more. */
export const takeOwed = async (
  tx: Database,
  meeting: MeetingId,
  limit: number,
): Promise<(Letter & { was: Date | null })[]> => {
  const { rows } = await sql<
    Pick<Letter, 'person' | 'sequence' | 'role'> & { owed: Owed }
  >`with taken as materialized (
      select person_id, owed from invitations where meeting_id = ${meeting} and owed is not null
      order by person_id limit ${limit})
    update invitations set owed = null from taken
    where invitations.meeting_id = ${meeting} and invitations.person_id = taken.person_id
      -- of two programs at the same rows the second finds them taken
      and invitations.owed is not null
    returning taken.person_id as person, invitations.sequence, invitations.role, taken.owed`.execute(tx);
  return rows.map(({ person, sequence, role, owed: { method, why, was } }) => ({
    ...{ person, sequence, role, method, why },
    was: was === null ? null : new Date(was),
  }));
};

/** Gives how many were changed: nobody answers what they are not invited to. */
export const setAnswer = async (
  db: Database,
  meeting: MeetingId,
  person: PersonId,
  answer: Coming,
  at: Date,
): Promise<boolean> =>
  (
    await db
      .updateTable('invitations')
      .set({ answer, answered_at: at })
      .where('meeting_id', '=', meeting)
      .where('person_id', '=', person)
      .where('standing', '=', 'invited')
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** One person's own answers to these meetings. */
export const listOwnAnswers = async (
  db: Database,
  person: PersonId,
  meetings: readonly MeetingId[],
): Promise<Map<MeetingId, Coming | null>> => {
  if (meetings.length === 0) return new Map();
  const rows = await db
    .selectFrom('invitations')
    .select(['meeting_id', 'answer'])
    .where('person_id', '=', person)
    .where('standing', '=', 'invited')
    .where('meeting_id', 'in', [...meetings])
    .execute();
  return new Map(rows.map(({ meeting_id, answer }) => [meeting_id, answer]));
};

/** Addresses and zones of these people; the deactivated and those without an address are not in it. */
export const listAddresses = async (
  db: Database,
  people: readonly PersonId[],
): Promise<Map<PersonId, { name: string; email: string; zone: string }>> => {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .leftJoin('workspace', (join) => join.onTrue())
    .select([
      'people.id',
      'people.name',
      'people.email',
      sql<string>`coalesce(people.zone, workspace.zone, 'UTC')`.as('zone'),
    ])
    .where('people.id', 'in', [...people])
    .where('people.deactivated_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, name, email, zone }) => (email === null ? [] : [[id, { name, email, zone }]])),
  );
};
