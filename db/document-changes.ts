import { type Kysely, sql } from 'kysely';
import type { LogRow } from './documents.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What a program that has a document open has not looked at yet. */
export interface DocumentChanges {
  /** the snapshot in use now */
  generation: number;
  /** numbers of rows in the log, and of rows that snapshots after the known one took out of it */
  seqs: number[];
}

/**
 * Rows of a document that may be unknown to a program which has seen everything up to row `afterSeq` and all that snapshot
 * `afterGeneration` holds. One statement, one moment: a row that a compaction moves meanwhile is found in one place or the
 * other. Null when there is no such document.
 */
export const findChanges = async (
  db: Database,
  document: string,
  afterSeq: number,
  afterGeneration: number,
): Promise<DocumentChanges | null> => {
  const { rows } = await sql<{ generation: number; seq: number | null }>`
    select d.generation, r.seq from documents d left join lateral (
      select seq from document_updates where document = d.name and seq > ${afterSeq}
      union all
      select seq from document_archive
      where document = d.name and generation > ${afterGeneration} and seq > ${afterSeq}
    ) r on true where d.name = ${document}`.execute(db);
  const [first] = rows;
  if (!first) return null;
  return { generation: first.generation, seqs: rows.flatMap(({ seq }) => seq ?? []) };
};

/** These rows of a document, oldest first, wherever a compaction may have put them. */
export const listRowsByNumber = async (
  db: Database,
  document: string,
  seqs: readonly number[],
): Promise<LogRow[]> => {
  const { rows } = await sql<LogRow>`
    select seq, bytes from document_updates where document = ${document} and seq = any(${seqs}::bigint[])
    union all
    select seq, bytes from document_archive where document = ${document} and seq = any(${seqs}::bigint[])
    order by seq`.execute(db);
  return rows;
};

/** How many rows wait in a document's log, and how many bytes snapshot and log are together. */
export const measureDocument = async (
  db: Database,
  document: string,
): Promise<{ rows: number; bytes: number }> => {
  const { rows } = await sql<{ rows: number; bytes: number }>`
    select (select count(*)::int from document_updates u where u.document = d.name) as rows,
      d.snapshot_bytes
        + (select coalesce(sum(octet_length(u.bytes)), 0)::int from document_updates u where u.document = d.name) as bytes
    from documents d where d.name = ${document}`.execute(db);
  return rows[0] ?? { rows: 0, bytes: 0 };
};
