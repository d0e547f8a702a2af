import { type Kysely, type Selectable, sql } from 'kysely';
import { asId, type MessageId, type PersonId, type ReviewId } from '#domain/ids.ts';
import type { EvidenceMessage } from '#domain/import/evidence.ts';
import type { Schema } from './schema.ts';
import type { EvidenceMessagesTable, EvidenceSourcesTable } from './schema-evidence.ts';

type Database = Kysely<Schema>;
export type MessageRow = Selectable<EvidenceMessagesTable>;
export type SourceRow = Selectable<EvidenceSourcesTable>;

export interface NewSource {
  id: string;
  review: ReviewId;
  kind: SourceRow['kind'];
  key: string;
  name: string;
  by: PersonId;
  at: Date;
}

/** The id of the source with this key in this review, made now where it is new. */
export async function putSource(db: Database, source: NewSource): Promise<string> {
  await db
    .insertInto('evidence_sources')
    .values({
      id: source.id,
      review_id: source.review,
      kind: source.kind,
      key: source.key,
      name: source.name,
      imported_by: source.by,
      imported_at: source.at,
    })
    .onConflict((conflict) => conflict.columns(['review_id', 'key']).doNothing())
    .execute();
  const found = await findSourceByKey(db, source.review, source.key);
  if (!found) throw new Error('an evidence source went away while it was being put');
  return found.id;
}

export const findSourceByKey = (db: Database, review: ReviewId, key: string) =>
  db
    .selectFrom('evidence_sources')
    .selectAll()
    .where('review_id', '=', review)
    .where('key', '=', key)
    .executeTakeFirst();

/**
 * Adds messages that are not there yet, as one statement with one parameter: parsing five thousand took four times as long.
 * Keep portions at 250 or below for the embedded engine's sake. Returns how many were new.
 */
export async function insertMessages(
  db: Database,
  place: { review: ReviewId; source: string; import: string },
  messages: readonly (EvidenceMessage & { id: string })[],
): Promise<number> {
  const rows = JSON.stringify(messages.map((message) => ({ ...message, at: message.at ?? null })));
  const inserted = await sql<{ id: string }>`
    insert into evidence_messages
      (id, review_id, source_id, import_id, key, position, speaker, at, text, kind, thread, extras)
    select m.id, ${place.review}::uuid, ${place.source}::uuid, ${place.import}::uuid,
      m.key, m."order", m.speaker, m.at, m.text, m.kind, m.thread, m.extras
    from jsonb_to_recordset(${rows}::jsonb) as m
      (id uuid, key text, "order" bigint, speaker text, at timestamptz, text text, kind text, thread text, extras jsonb)
    on conflict (source_id, key) do nothing
    returning id`.execute(db);
  return inserted.rows.length;
}

/** Adds one held portion of an export, moved within the database: no message passes through the program again. */
export async function insertHeldPortion(
  db: Database,
  place: { review: ReviewId; source: string; import: string },
  ordinal: number,
): Promise<number> {
  const inserted = await sql`
    insert into evidence_messages
      (id, review_id, source_id, import_id, key, position, speaker, at, text, kind, thread, extras)
    select gen_random_uuid(), ${place.review}::uuid, ${place.source}::uuid, ${place.import}::uuid,
      m.key, m."order", m.speaker, m.at, m.text, m.kind, m.thread, m.extras
    from import_parts p, jsonb_to_recordset(p.messages::jsonb) as m
      (key text, "order" bigint, speaker text, at timestamptz, text text, kind text, thread text, extras jsonb)
    where p.import_id = ${place.import}::uuid and p.ordinal = ${ordinal}::int
    on conflict (source_id, key) do nothing`.execute(db);
  return Number(inserted.numAffectedRows ?? 0);
}

export interface SourceSummary {
  id: string;
  kind: SourceRow['kind'];
  name: string;
  count: number;
  first: Date | null;
  last: Date | null;
}

/** A review's sources in the order they came, with how much each holds. */
export const listSources = (db: Database, review: ReviewId): Promise<SourceSummary[]> =>
  db
    .selectFrom('evidence_sources as s')
    .leftJoin('evidence_messages as m', 'm.source_id', 's.id')
    .where('s.review_id', '=', review)
    .groupBy(['s.id', 's.kind', 's.name', 's.imported_at'])
    .orderBy('s.imported_at')
    .orderBy('s.name')
    .select(({ fn }) => [
      's.id',
      's.kind',
      's.name',
      fn.count<number>('m.id').as('count'),
      fn.min('m.at').as('first'),
      fn.max('m.at').as('last'),
    ])
    .execute();

/** One page of a source in its own order. */
export const listMessages = (
  db: Database,
  source: string,
  from: number,
  count: number,
): Promise<MessageRow[]> =>
  db
    .selectFrom('evidence_messages')
    .selectAll()
    .where('source_id', '=', source)
    .orderBy('position')
    .orderBy('id')
    .offset(from)
    .limit(count)
    .execute();

/** Messages of this review with these ids, in no order. Ids of other reviews are simply not there. */
export const findMessages = (
  db: Database,
  review: ReviewId,
  ids: readonly string[],
): Promise<(MessageRow & { source: string })[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('evidence_messages as m')
        .innerJoin('evidence_sources as s', 's.id', 'm.source_id')
        .where('m.review_id', '=', review)
        .where(
          'm.id',
          'in',
          ids.map((id) => asId<MessageId>(id)),
        )
        .selectAll('m')
        .select('s.name as source')
        .execute();

/** How many messages of its source stand before this one. */
export async function placeInSource(db: Database, message: MessageRow): Promise<number> {
  const before = await db
    .selectFrom('evidence_messages')
    .where('source_id', '=', message.source_id)
    .where((is) =>
      is.or([
        is('position', '<', message.position),
        is.and([is('position', '=', message.position), is('id', '<', message.id)]),
      ]),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return before.count;
}

/** Who wrote the messages with these keys of one source, in no order. Keys it does not have are left out. */
export const findMessagesByKey = (
  db: Database,
  source: string,
  keys: readonly string[],
): Promise<Pick<MessageRow, 'id' | 'key' | 'speaker'>[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('evidence_messages')
        .select(['id', 'key', 'speaker'])
        .where('source_id', '=', source)
        .where('key', 'in', keys)
        .execute();

/** The message with this key in a source, so that a second import points at what is already there. */
export const findMessageByKey = (db: Database, source: string, key: string) =>
  db
    .selectFrom('evidence_messages')
    .select('id')
    .where('source_id', '=', source)
    .where('key', '=', key)
    .executeTakeFirst();

/** Takes back at most `limit` messages of an import, and its sources once they are empty. True while more are left. */
export async function takeBackMessages(db: Database, importId: string, limit: number): Promise<boolean> {
  const removed = await sql<{ source_id: string }>`
    delete from evidence_messages where id in
      (select id from evidence_messages where import_id = ${importId}::uuid limit ${limit}::int)
    returning source_id`.execute(db);
  const sources = [...new Set(removed.rows.map((row) => row.source_id))];
  for (const source of sources)
    await sql`delete from evidence_sources s where s.id = ${source}::uuid and ${isOfNoUse}`.execute(db);
  return removed.rows.length === limit;
}

/** Takes out sources of these keys that hold nothing, and that no import is about to fill. */
export const deleteEmptySources = (db: Database, review: ReviewId, keys: readonly string[]) =>
  sql`delete from evidence_sources s where s.review_id = ${review}::uuid and s.key = any(${keys}::text[])
    and ${isOfNoUse}`.execute(db);

const isOfNoUse = sql`not exists (select 1 from evidence_messages m where m.source_id = s.id)
  and not exists (
    select 1 from imports i where i.review_id = s.review_id and i.state = 'bringing'
    and position(replace(s.key, 'slack:', '') in i.plan::text) > 0
  )`;
