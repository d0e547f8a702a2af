import { type Kysely, sql } from 'kysely';
import { STRETCH_PAUSE_MS, type Stretch } from '#domain/history/stretches.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A row of the log, archived or not, as history reads it. */
export interface HistoryRow {
  seq: number;
  person: PersonId | null;
  /** Yjs client ids named by the update */
  clientIds: readonly number[];
  at: Date;
  bytes: Uint8Array;
}

/**
 * Rows of a document with `after < seq <= upTo`, oldest first: those in the archive and those still in the log; at most `limit`,
 * and no further one once there are `bytes`. They travel as one row, all bytes in a string, as `listUpdates` has them.
 */
export const listHistoryRows = async (
  db: Database,
  document: string,
  { after, upTo, limit, bytes }: { after: number; upTo: number; limit: number; bytes: number },
): Promise<HistoryRow[]> => {
  // each half finds its rows by its index; a row is in one of them, whenever it moves
  const half = (table: 'document_archive' | 'document_updates') => sql`
    (select seq, person_id, client_ids, at, bytes from ${sql.table(table)}
     where document = ${document} and seq > ${after}::bigint and seq <= ${upTo}::bigint
     order by seq limit ${limit}::int)`;
  const { rows } = await sql<{ lines: Line[] | null; bytes: Uint8Array | null }>`
    select json_agg(json_build_array(seq, length(bytes), person_id, (extract(epoch from at) * 1000)::bigint, client_ids) order by seq) as lines,
      string_agg(bytes, ''::bytea order by seq) as bytes
    from (
      select *, sum(length(bytes)) over (order by seq) - length(bytes) as before from (
        ${half('document_archive')} union all ${half('document_updates')} order by seq limit ${limit}::int
      ) as rows
    ) as page where before < ${bytes}::bigint`.execute(db);
  return unpack(rows[0]?.lines ?? [], rows[0]?.bytes ?? new Uint8Array());
};

/** seq, length of its bytes, person, instant in milliseconds, Yjs client ids */
type Line = [number, number, PersonId | null, number, number[]];

const unpack = (lines: readonly Line[], bytes: Uint8Array): HistoryRow[] => {
  let from = 0;
  return lines.map(([seq, length, person, at, clientIds]) => {
    const row = { seq, person, clientIds, at: new Date(at), bytes: bytes.subarray(from, from + length) };
    from += length;
    return row;
  });
};

/** The last row of a document up to `seq`: what a version is known by. Null where there is none. */
export const findHistoryRow = async (
  db: Database,
  document: string,
  seq: number,
): Promise<{ seq: number; person: PersonId | null; at: Date } | null> => {
  const last = (table: 'document_archive' | 'document_updates') =>
    sql`(select seq, person_id, at from ${sql.table(table)}
      where document = ${document} and seq <= ${seq}::bigint order by seq desc limit 1)`;
  const { rows } = await sql<{ seq: number; person_id: PersonId | null; at: Date }>`
    ${last('document_archive')} union all ${last('document_updates')} order by seq desc limit 1`.execute(db);
  const [row] = rows;
  return row ? { seq: row.seq, person: row.person_id, at: row.at } : null;
};

/** Above every number a row can have that this program can count to. */
export const LAST_SEQ = Number.MAX_SAFE_INTEGER;

/** Who wrote without a pause among the rows after `after`, by their first row; told by the rows' numbers and times alone. */
export const foldStretches = async (
  db: Database,
  document: string,
  { after, upTo }: { after: number; upTo: number },
): Promise<Stretch[]> => {
  const half = (table: 'document_archive' | 'document_updates') => sql`
    select seq, person_id, sitting, at from ${sql.table(table)}
    where document = ${document} and seq > ${after}::bigint and seq <= ${upTo}::bigint`;
  const { rows } = await sql<StretchRow>`
    with edits as (${half('document_archive')} union all ${half('document_updates')}),
    begun as (
      select *, case when at - lag(at) over who <= ${`${STRETCH_PAUSE_MS} milliseconds`}::interval then 0 else 1 end as begins
      from edits window who as (partition by person_id, sitting order by seq)
    ),
    numbered as (
      select *, sum(begins) over (partition by person_id, sitting order by seq) as stretch from begun
    )
    select min(seq) as from_seq, max(seq) as to_seq, person_id, sitting, min(at) as from_at, max(at) as to_at
    from numbered group by person_id, sitting, stretch order by min(seq)`.execute(db);
  return rows.map(asStretch);
};

/** Up to `limit` stored stretches that ended before `before`, latest end first. */
export const listStretches = async (
  db: Database,
  document: string,
  { before, limit }: { before: number; limit: number },
): Promise<Stretch[]> =>
  (
    await stretches(db, document)
      .where('to_seq', '<', before)
      .orderBy('to_seq', 'desc')
      .limit(limit)
      .execute()
  ).map(asStretch);

/** Stored stretches that a row at `at` may still belong to, by their first row. */
export const listOpenStretches = async (db: Database, document: string, at: Date): Promise<Stretch[]> =>
  (
    await stretches(db, document)
      .where('to_at', '>=', new Date(at.getTime() - STRETCH_PAUSE_MS))
      .orderBy('from_seq')
      .execute()
  ).map(asStretch);

const stretches = (db: Database, document: string) =>
  db
    .selectFrom('document_stretches')
    .select(['from_seq', 'to_seq', 'person_id', 'sitting', 'from_at', 'to_at'])
    .where('document', '=', document);

interface StretchRow {
  from_seq: number;
  to_seq: number;
  person_id: PersonId | null;
  sitting: string | null;
  from_at: Date;
  to_at: Date;
}

const asStretch = (row: StretchRow): Stretch => ({
  fromSeq: row.from_seq,
  toSeq: row.to_seq,
  person: row.person_id,
  sitting: row.sitting,
  fromAt: row.from_at,
  toAt: row.to_at,
});
