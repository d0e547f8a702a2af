import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** One edit as the log keeps it. */
export interface LoggedUpdate {
  document: string;
  /** null: the program itself */
  person: PersonId | null;
  /** one stay of one tab; null for the program's own edits */
  sitting: string | null;
  /** Yjs client ids named by the update */
  clientIds: readonly number[];
  at: Date;
  epoch: number;
  bytes: Uint8Array;
}

export interface StoredDocument {
  name: string;
  review: ReviewId;
  epoch: number;
  generation: number;
  snapshotHash: Uint8Array | null;
  snapshotBytes: number;
}

export interface LogRow {
  seq: number;
  bytes: Uint8Array;
}

/** The document in use for a review: the one of the highest epoch. Null when none was ever created. */
export const findCurrentDocument = async (db: Database, review: ReviewId): Promise<StoredDocument | null> => {
  const row = await documents(db)
    .where('review_id', '=', review)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? asStored(row) : null;
};

export const findDocument = async (db: Database, name: string): Promise<StoredDocument | null> => {
  const row = await documents(db).where('name', '=', name).executeTakeFirst();
  return row ? asStored(row) : null;
};

/** Creates a document's row; its first words follow as its first log row, in the same transaction. */
export const insertDocument = async (
  db: Database,
  document: { name: string; review: ReviewId; epoch: number; at: Date },
): Promise<void> => {
  await db
    .insertInto('documents')
    .values({
      name: document.name,
      review_id: document.review,
      kind: 'write-up',
      epoch: document.epoch,
      snapshot_hash: null,
      created_at: document.at,
    })
    .execute();
};

/** Ends this transaction by itself where one of its statements, or its program, takes longer than two seconds. */
export const commitSoonOrNever = async (tx: Database): Promise<void> => {
  await sql`set local statement_timeout = '2s'`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = '2s'`.execute(tx);
};

/**
 * Appends edits in one statement and answers their numbers, in the order given. Durable once this resolves. However many they are, the
 * statement reads the same and has two parameters: parsing and planning one of four hundred rows took longer than storing them.
 */
export const appendUpdates = async (db: Database, updates: readonly LoggedUpdate[]): Promise<number[]> => {
  let from = 1;
  const told = updates.map(({ bytes, clientIds, ...update }) => {
    const row = { ...update, ids: clientIds, from, length: bytes.length };
    from += bytes.length;
    return row;
  });
  const { rows } = await sql<{ seq: number }>`
    insert into document_updates (document, person_id, sitting, client_ids, at, epoch, bytes)
    select document, person, sitting, ids, at, epoch, substring(${together(updates)}::bytea from "from" for length)
    from json_to_recordset(${JSON.stringify(told)}::json)
      as told (document text, person uuid, sitting uuid, ids jsonb, at timestamptz, epoch int, "from" int, length int)
    returning seq`.execute(db);
  return rows.map(({ seq }) => seq);
};

const together = (updates: readonly LoggedUpdate[]): Uint8Array => {
  const [first] = updates;
  return first && updates.length === 1 ? first.bytes : Buffer.concat(updates.map(({ bytes }) => bytes));
};

/**
 * Up to `limit` log rows of a document after `seq`, oldest first, and none more once they are `bytes` long. They travel as one row,
 * all bytes in a string: fifty thousand rows of their own take a driver longer than reading them takes Yjs.
 */
export const listUpdates = async (
  db: Database,
  document: string,
  afterSeq: number,
  limit: number,
  bytes = Number.MAX_SAFE_INTEGER,
): Promise<LogRow[]> => {
  const { rows } = await sql<{ lengths: [number, number][] | null; bytes: Uint8Array | null }>`
    select json_agg(json_build_array(seq, length(bytes)) order by seq) as lengths,
      string_agg(bytes, ''::bytea order by seq) as bytes
    from (
      select seq, bytes, sum(length(bytes)) over (order by seq) - length(bytes) as before from document_updates
      where document = ${document} and seq > ${afterSeq} order by seq limit ${limit}
    ) as page
    where before < ${bytes}::bigint`.execute(db);
  return unpack(rows[0]?.lengths ?? [], rows[0]?.bytes ?? new Uint8Array());
};

const unpack = (lengths: readonly [number, number][], bytes: Uint8Array): LogRow[] => {
  let from = 0;
  return lengths.map(([seq, length]) => {
    const row = { seq, bytes: bytes.subarray(from, from + length) };
    from += length;
    return row;
  });
};

/**
 * Where a document stands, as one opaque string: equal as long as nothing was committed to its log. Rows may commit out of their
 * numbers' order, so their count tells too. Null when there is no such document.
 */
export const findLogPosition = async (db: Database, name: string): Promise<string | null> => {
  const row = await db
    .selectFrom('documents')
    .select((of) => [
      'generation',
      of
        .selectFrom('document_updates')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .where('document', '=', name)
        .as('rows'),
      of
        .selectFrom('document_updates')
        .select(({ fn }) => fn.max('seq').as('last'))
        .where('document', '=', name)
        .as('last'),
    ])
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? `${row.generation} ${row.rows} ${row.last}` : null;
};

/** How many rows wait to be taken into a snapshot, for each document that has any. */
export const listLogLengths = async (db: Database): Promise<{ document: string; rows: number }[]> => {
  const counted = await db
    .selectFrom('document_updates')
    .select((of) => ['document', of.fn.countAll<number>().as('rows')])
    .groupBy('document')
    .execute();
  return counted.map(({ document, rows }) => ({ document, rows: Number(rows) }));
};

const documents = (db: Database) =>
  db
    .selectFrom('documents')
    .select(['name', 'review_id', 'epoch', 'generation', 'snapshot_hash', 'snapshot_bytes']);

const asStored = (row: {
  name: string;
  review_id: ReviewId;
  epoch: number;
  generation: number;
  snapshot_hash: Uint8Array | null;
  snapshot_bytes: number;
}): StoredDocument => ({
  name: row.name,
  review: row.review_id,
  epoch: row.epoch,
  generation: row.generation,
  snapshotHash: row.snapshot_hash,
  snapshotBytes: row.snapshot_bytes,
});
