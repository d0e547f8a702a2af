import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { peekChanges } from './changes.ts';
import { LOG, LOG_ARCHIVE } from './left-out.ts';
import { keyText, type Piece } from './pieces.ts';
import { readByKeys } from './read-rows.ts';
import { touchReading } from './reading-mark.ts';
import { keyOf, lineOf, sizeOf, type TableShape } from './table-shapes.ts';

type Database = Kysely<Schema>;

/** More than this is left: another round first, so that the last transaction stays short. */
const LEFT_MOST = 200;
const LEFT_BYTES = 256 * 1024;

export interface Last {
  pieces: Piece[];
  /** the highest number of an edit in the backup: its position */
  log: number;
  /** what this transaction saw, as pg_current_snapshot() writes it */
  snapshot: string;
  tookMs: number;
}

/**
 * The last short transaction: what is still noted as changed, and the position at which the whole is true. Null, and nothing read,
 * when too much is left for that.
 */
export const readLast = (
  db: Database,
  shapes: readonly TableShape[],
  logReadUpTo: number,
  id: string,
): Promise<Last | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const began = performance.now();
      const pieces = await readLeft(tx, shapes, logReadUpTo);
      if (!pieces) return null;
      await touchReading(tx, id);
      const { rows } = await sql<{ log: number; snapshot: string }>`
        select greatest((select max(seq) from ${sql.table(LOG)}), (select max(seq) from ${sql.table(LOG_ARCHIVE)}), 0) as log,
          pg_current_snapshot()::text as snapshot`.execute(tx);
      const { log = 0, snapshot = '' } = rows[0] ?? {};
      pieces.push({ kind: 'position', log, sequences: await readSequences(tx) });
      return { pieces, log, snapshot, tookMs: performance.now() - began };
    });

async function readLeft(
  tx: Database,
  shapes: readonly TableShape[],
  logReadUpTo: number,
): Promise<Piece[] | null> {
  const changed = await peekChanges(tx, shapes, LEFT_MOST);
  if (!changed) return null;
  const pieces: Piece[] = [];
  let bytes = 0;
  for (const { shape, keys } of changed) {
    const rows = await readByKeys(tx, shape, keys);
    bytes += rows.reduce((sum, { size }) => sum + size, 0);
    const lines = rows.flatMap(({ line }) => line ?? []);
    if (bytes > LEFT_BYTES || lines.length < rows.length) return null;
    pieces.push({ kind: 'again', table: shape.name, gone: keys.map(keyText), lines });
  }
  const added = await readAdded(tx, shapes, logReadUpTo);
  if (!added) return null;
  return [...pieces, { kind: 'again', table: LOG, gone: [], lines: added }];
}

/** The log's rows beyond `readUpTo`. */
async function readAdded(
  tx: Database,
  shapes: readonly TableShape[],
  readUpTo: number,
): Promise<string[] | null> {
  const log = shapes.find(({ name }) => name === LOG);
  if (!log) return [];
  const { rows } = await sql<{ key: string; size: number; line: string }>`
    select ${keyOf(log)} as key, ${sizeOf(log)} as size, ${lineOf(log)} as line from ${sql.table(LOG)} t
    where t.seq > ${readUpTo} order by t.seq limit ${LEFT_MOST + 1}`.execute(tx);
  const bytes = rows.reduce((sum, { size }) => sum + size, 0);
  return rows.length > LEFT_MOST || bytes > LEFT_BYTES ? null : rows.map(({ line }) => line);
}

/** How far each counter has gone: numbers once given are not given again after a restore. */
async function readSequences(tx: Database): Promise<Record<string, number | null>> {
  const { rows } = await sql<{ name: string; last: number | null }>`
    select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
