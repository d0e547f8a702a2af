import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** How many parts are read at once: a driver takes ten megabytes in one piece, and nobody else is heard meanwhile. */
const PARTS_AT_ONCE = 4;

/** The parts of a snapshot in the order they are applied. */
export const listSnapshotParts = async (
  db: Database,
  document: string,
  generation: number,
): Promise<Uint8Array[]> => {
  const parts: Uint8Array[] = [];
  for (;;) {
    const rows = await db
      .selectFrom('document_snapshot_parts')
      .select('bytes')
      .where('document', '=', document)
      .where('generation', '=', generation)
      .where('part', '>=', parts.length)
      .orderBy('part')
      .limit(PARTS_AT_ONCE)
      .execute();
    parts.push(...rows.map(({ bytes }) => bytes));
    if (rows.length < PARTS_AT_ONCE) return parts;
  }
};

/**
 * Clears what an interrupted compaction left behind, and answers a generation nobody has used; null when another compaction has
 * switched meanwhile: its parts are the ones in use, and are not touched.
 */
export const prepareGeneration = (db: Database, document: string, inUse: number): Promise<number | null> =>
  db.transaction().execute(async (tx) => {
    const current = await tx
      .selectFrom('documents')
      .select('generation')
      .where('name', '=', document)
      .forShare()
      .executeTakeFirst();
    if (current?.generation !== inUse) return null;
    await tx
      .deleteFrom('document_snapshot_parts')
      .where('document', '=', document)
      .where('generation', '!=', inUse)
      .execute();
    return inUse + 1;
  });

/** Writes one part of a generation that nobody reads yet; false, and nothing written, once somebody does. */
export const insertSnapshotPart = async (
  db: Database,
  part: { document: string; generation: number; part: number; bytes: Uint8Array },
): Promise<boolean> => {
  const written = await sql`
    insert into document_snapshot_parts (document, generation, part, bytes)
    select name, ${part.generation}::int, ${part.part}::int, ${part.bytes}::bytea from documents
    where name = ${part.document} and generation < ${part.generation}::int for share`.execute(db);
  return Number(written.numAffectedRows ?? 0) === 1;
};

export interface SnapshotTakenIn {
  document: string;
  /** the generation the snapshot was built from */
  from: number;
  to: number;
  hash: Uint8Array;
  bytes: number;
  /** exactly the rows read: never "all up to", for a lower number may commit later */
  seqs: readonly number[];
}

/** Until the transaction ends nobody else who asks for this has it; reading and appending go on. */
export const lockDocument = (tx: Database, document: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${document}))`.execute(tx);

/**
 * Puts a written generation into use and moves its rows to the archive. False, and nothing changed, when another
 * compaction was faster. Call inside a transaction; an advisory lock keeps two nodes apart.
 */
export const takeIntoSnapshot = async (tx: Database, taken: SnapshotTakenIn): Promise<boolean> => {
  await lockDocument(tx, taken.document);
  const switched = await tx
    .updateTable('documents')
    .set({ generation: taken.to, snapshot_hash: taken.hash, snapshot_bytes: taken.bytes })
    .where('name', '=', taken.document)
    .where('generation', '=', taken.from)
    .executeTakeFirst();
  if (Number(switched.numUpdatedRows) !== 1) return false;
  await requireParts(tx, taken);
  await moveToArchive(tx, taken);
  await tx
    .deleteFrom('document_snapshot_parts')
    .where('document', '=', taken.document)
    .where('generation', '!=', taken.to)
    .execute();
  return true;
};

/** Another compaction may have written parts of the same generation: only the very parts this one built may be read. */
const requireParts = async (tx: Database, { document, to, hash }: SnapshotTakenIn): Promise<void> => {
  const { rows } = await sql<{ hash: Uint8Array }>`
    select sha256(coalesce(string_agg(bytes, ''::bytea order by part), ''::bytea)) as hash
    from document_snapshot_parts where document = ${document} and generation = ${to}`.execute(tx);
  if (!rows[0] || Buffer.compare(rows[0].hash, hash) !== 0)
    throw new Error('another compaction wrote into this snapshot');
};

const moveToArchive = async (tx: Database, { document, to, seqs }: SnapshotTakenIn): Promise<void> => {
  const moved = await sql`
    with taken as (
      delete from document_updates where document = ${document} and seq = any(${`{${seqs.join()}}`}::bigint[])
      returning seq, document, person_id, sitting, client_ids, at, epoch, bytes
    )
    insert into document_archive (seq, document, person_id, sitting, client_ids, at, epoch, bytes, generation)
    select seq, document, person_id, sitting, client_ids, at, epoch, bytes, ${to}::int from taken`.execute(
    tx,
  );
  if (Number(moved.numAffectedRows ?? seqs.length) !== seqs.length)
    throw new Error('log rows changed under a compaction');
};
