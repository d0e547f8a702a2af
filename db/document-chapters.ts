import type { Kysely } from 'kysely';
import type { Stretch } from '#domain/history/stretches.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** How far the derived half of a document's history reaches. */
export interface HistoryReach {
  toSeq: number;
  edits: number;
}

export const findHistoryReach = async (db: Database, document: string): Promise<HistoryReach> => {
  const row = await db
    .selectFrom('document_history')
    .select(['to_seq', 'edits'])
    .where('document', '=', document)
    .executeTakeFirst();
  return { toSeq: row?.to_seq ?? 0, edits: row?.edits ?? 0 };
};

/** How many rows a document has after `seq`, counted no further than `most`. */
export const countRowsAfter = async (
  db: Database,
  document: string,
  seq: number,
  most: number,
): Promise<number> => {
  const after = (table: 'document_archive' | 'document_updates') =>
    db.selectFrom(table).select('seq').where('document', '=', document).where('seq', '>', seq);
  const { rows } = await db
    .selectFrom(after('document_archive').unionAll(after('document_updates')).limit(most).as('later'))
    .select((of) => of.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(rows);
};

/** Where chapters end, up to `upTo`, in order. */
export const listChapterEnds = async (db: Database, document: string, upTo: number): Promise<number[]> =>
  (
    await db
      .selectFrom('document_chapters')
      .innerJoin('document_history', 'document_history.document', 'document_chapters.document')
      .select('document_chapters.to_seq')
      .distinct()
      .where('document_chapters.document', '=', document)
      .where('document_chapters.to_seq', '<=', upTo)
      // one that reaches further was not finished
      .whereRef('document_chapters.to_seq', '<=', 'document_history.to_seq')
      .orderBy('document_chapters.to_seq')
      .execute()
  ).map((row) => row.to_seq);

/** One chapter's parts, put together. */
export const readChapter = async (db: Database, document: string, toSeq: number): Promise<Uint8Array> => {
  const parts = await db
    .selectFrom('document_chapters')
    .select('bytes')
    .where('document', '=', document)
    .where('to_seq', '=', toSeq)
    .orderBy('part')
    .execute();
  return new Uint8Array(Buffer.concat(parts.map(({ bytes }) => bytes)));
};

/** Writes one part of a chapter that nobody reads before the reach is moved over it. */
export const insertChapterPart = (
  db: Database,
  part: { document: string; toSeq: number; part: number; bytes: Uint8Array },
) =>
  db
    .insertInto('document_chapters')
    .values({ document: part.document, to_seq: part.toSeq, part: part.part, bytes: part.bytes })
    .onConflict((conflict) =>
      conflict
        .columns(['document', 'to_seq', 'part'])
        .doUpdateSet((row) => ({ bytes: row.ref('excluded.bytes') })),
    )
    .execute();

/** Moves the reach to a written chapter's end and stores the stretches that changed; false when another was faster. Inside a transaction. */
export const moveHistoryReach = async (
  tx: Database,
  document: string,
  { from, to, stretches }: { from: HistoryReach; to: HistoryReach; stretches: readonly Stretch[] },
): Promise<boolean> => {
  await tx
    .insertInto('document_history')
    .values({ document, to_seq: 0, edits: 0 })
    .onConflict((conflict) => conflict.column('document').doNothing())
    .execute();
  const moved = await tx
    .updateTable('document_history')
    .set({ to_seq: to.toSeq, edits: to.edits })
    .where('document', '=', document)
    .where('to_seq', '=', from.toSeq)
    .executeTakeFirst();
  if (Number(moved.numUpdatedRows) !== 1) return false;
  if (stretches.length > 0) await putStretches(tx, document, stretches);
  return true;
};

const putStretches = (tx: Database, document: string, stretches: readonly Stretch[]) =>
  tx
    .insertInto('document_stretches')
    .values(
      stretches.map((one) => ({
        document,
        from_seq: one.fromSeq,
        to_seq: one.toSeq,
        person_id: one.person,
        sitting: one.sitting,
        from_at: one.fromAt,
        to_at: one.toAt,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['document', 'from_seq'])
        .doUpdateSet((row) => ({ to_seq: row.ref('excluded.to_seq'), to_at: row.ref('excluded.to_at') })),
    )
    .execute();
