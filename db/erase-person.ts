import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { LEADS_JOINED_BY } from './mail-outbox.ts';
import { listPersonColumns } from './own-data.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export const FORMER_MEMBER = 'A former member';

/** Words that others read, by review: where a name may stand in them. */
const PLACES: readonly { place: string; from: string }[] = [
  {
    place: 'the write-up',
    from: `select id as review, title || ' ' || standfirst || ' ' || source_note || ' ' || search_text as words from reviews`,
  },
  {
    place: 'comments',
    from: 'select t.review_id as review, c.words from comments c join comment_threads t on t.id = c.thread_id',
  },
  {
    place: 'passages that comments stand at',
    from: `select review_id as review, quote || ' ' || words as words from comment_threads`,
  },
  {
    place: 'kept versions',
    from: 'select d.review_id as review, v.name as words from document_versions v join documents d on d.name = v.document',
  },
  {
    place: 'meetings and their agendas',
    from: `select review_id as review, title || ' ' || cancel_reason as words from meetings
      union all select m.review_id as review, s.title || ' ' || s.prompt as words from meeting_stages s join meetings m on m.id = s.meeting_id`,
  },
  {
    place: 'questions brought to a meeting',
    from: `select m.review_id as review, b.words from brought b join meetings m on m.id = b.meeting_id
      union all select m.review_id as review, q.question as words from survey_questions q join meetings m on m.id = q.meeting_id`,
  },
  {
    place: 'captures',
    from: `select m.review_id as review, c.words || ' ' || c.claim || ' ' || coalesce(c.for_label, '') as words from captures c join meetings m on m.id = c.meeting_id`,
  },
  {
    place: 'raised hands',
    from: `select m.review_id as review, q.words || ' ' || coalesce(q.raised_for, '') as words from queue_entries q join meetings m on m.id = q.meeting_id`,
  },
  {
    place: 'parked talk',
    from: `select m.review_id as review, p.words || ' ' || p.ending_note as words from parked p join meetings m on m.id = p.meeting_id`,
  },
  {
    place: 'texts written in a meeting',
    from: `select m.review_id as review, s.words || ' ' || coalesce(s.hidden, '') as words from shown_texts s join meetings m on m.id = s.meeting_id`,
  },
  { place: 'reflections', from: 'select review_id as review, words from reflections' },
  {
    place: 'reasons for an early opening',
    from: 'select review_id as review, reason as words from early_openings',
  },
  {
    place: 'opened ideas',
    from: `select review_id as review, words || ' ' || group_words || ' ' || reason as words from opened_ideas`,
  },
  {
    place: 'actions and how it ended',
    from: `select review_id as review, title || ' ' || shows || ' ' || no_finding_reason || ' ' || worked as words from items
      union all select review_id, words from fixed_facts union all select review_id, reason from outcomes`,
  },
  {
    place: 'evidence',
    from: `select review_id as review, speaker || ' ' || text as words from evidence_messages
      union all select review_id as review, name as words from evidence_sources`,
  },
];

/** P12: how many passages of each review name this person, by the place they stand in. */
export async function countNamings(
  db: Database,
  names: readonly string[],
): Promise<{ review: ReviewId; place: string; passages: number }[]> {
  const found: { review: ReviewId; place: string; passages: number }[] = [];
  for (const { place, from } of PLACES) {
    const { rows } = await sql<{ review: ReviewId; passages: number }>`
      select review, count(*)::int as passages from (${sql.raw(from)}) as said
      where exists (select 1 from unnest(${sql`${[...names]}::text[]`}) as name where position(lower(name) in lower(words)) > 0)
      group by review`.execute(db);
    found.push(...rows.map((row) => ({ ...row, place })));
  }
  return found;
}

export const saveNamings = async (
  tx: Database,
  rows: readonly { id: string; review: ReviewId; place: string; passages: number }[],
  at: Date,
): Promise<void> => {
  if (rows.length === 0) return;
  await tx
    .insertInto('erased_names')
    .values(rows.map(({ review, ...row }) => ({ ...row, review_id: review, at })))
    .execute();
};

export const listNamings = (
  db: Database,
  review: ReviewId,
): Promise<{ id: string; place: string; passages: number }[]> =>
  db
    .selectFrom('erased_names')
    .select(['id', 'place', 'passages'])
    .where('review_id', '=', review)
    .orderBy('place')
    .execute();

export const removeNamings = (db: Database, review: ReviewId) =>
  db.deleteFrom('erased_names').where('review_id', '=', review).execute();

/**
 * P12: takes a person out of every table. What is theirs alone goes with their row; what others read stays and is from now on
 * somebody else's, a former member under a random id, so that not even the old id is left anywhere. A new table is met by its
 * foreign key: `on delete cascade` goes, `set null` is emptied, none stays with the former member.
 */
export async function erasePersonRows(
  tx: Database,
  person: PersonId,
  instead: PersonId,
  at: Date,
): Promise<void> {
  await undecideOpenItems(tx, person);
  await tx
    .insertInto('people')
    .values({
      id: instead,
      email: null,
      name: FORMER_MEMBER,
      zone: null,
      face_letters: '–',
      face_hue: 1,
      role: 'member',
      started_on: null,
      password_hash: null,
      deactivated_at: at,
      created_at: at,
    })
    .execute();
  await forgetDerivedHistory(tx, person);
  // who analysed and who facilitated is part of a review's story; who was invited or named as its reader is not
  await sql`update review_people set person_id = ${instead} where person_id = ${person} and role = 'analyst'`.execute(
    tx,
  );
  await sql`update meeting_people set person_id = ${instead} where person_id = ${person} and role = 'facilitator'`.execute(
    tx,
  );
  for (const { table, column, whenGone } of await listPersonColumns(tx))
    if (whenGone === 'kept' || whenGone === 'no key')
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${instead} where ${sql.ref(column)} = ${person}`.execute(
        tx,
      );
  await renameInJson(tx, person, instead);
  await renameInLetters(tx, person);
  await tx.deleteFrom('people').where('id', '=', person).execute();
}

/** Their open items go back to undecided: somebody else may take them (S9). */
async function undecideOpenItems(tx: Database, person: PersonId): Promise<void> {
  await sql`
    update opened_ideas set decision = null, reason = '' where id in (
      select idea_id from items where owner_id = ${person} and finished_at is null)`.execute(tx);
  await sql`delete from items where owner_id = ${person} and finished_at is null`.execute(tx);
  // what is on its way names its owner: it stays here, and reads that nobody knows whether it arrived (T4)
  await sql`delete from tracker_outbox where item_id in (select id from items where owner_id = ${person})`.execute(
    tx,
  );
}

/** Derived from the log, and made again from it: its parts name people inside bytes. */
async function forgetDerivedHistory(tx: Database, person: PersonId): Promise<void> {
  const documents = sql`(select document from document_stretches where person_id = ${person}
    union select document from document_archive where person_id = ${person}
    union select document from document_updates where person_id = ${person})`;
  await sql`delete from document_chapters where document in ${documents}`.execute(tx);
  await sql`delete from document_history where document in ${documents}`.execute(tx);
  await sql`delete from document_stretches where document in ${documents}`.execute(tx);
}

/** Letters to others that have not left yet say who leads the meeting. */
async function renameInLetters(tx: Database, person: PersonId): Promise<void> {
  const leads = sql`string_to_array(facts ->> 'leads', ${LEADS_JOINED_BY})`;
  await sql`
    update mail_outbox set facts = jsonb_set(facts, '{leads}',
      to_jsonb(array_to_string(array_replace(${leads}, people.name, ${FORMER_MEMBER}), ${LEADS_JOINED_BY})))
    from people where people.id = ${person} and people.name = any(${leads})`.execute(tx);
}

/** Ids inside of jsonb: events, audit entries, what an undo would bring back. Imported evidence and agendas hold none. */
async function renameInJson(tx: Database, person: PersonId, instead: PersonId): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'jsonb'::regtype
      and c.relname not in ('evidence_messages', 'import_parts', 'document_updates', 'document_archive')`.execute(
    tx,
  );
  for (const { table, column } of rows)
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}::text, ${person}, ${instead})::jsonb
      where ${sql.ref(column)}::text like ${`%${person}%`}`.execute(tx);
}
