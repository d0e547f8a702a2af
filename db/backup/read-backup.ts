import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { BackupRefused } from './backup-refused.ts';
import { type ChangedKeys, takeChanges } from './changes.ts';
import { checkLog } from './check-log.ts';
import { LOG } from './left-out.ts';
import { createPace, type Pace, type PaceOptions } from './pace.ts';
import { keyText, type Piece } from './pieces.ts';
import { readLast } from './read-last.ts';
import { linesOf, readByKeys, readTable } from './read-rows.ts';
import { beginReading, endReading, settle, settledLogNumber, touchReading } from './reading-mark.ts';
import { readShapes, type TableShape } from './table-shapes.ts';
import { listUnwatched } from './watch-changes.ts';

type Database = Kysely<Schema>;

export interface BackupOptions extends PaceOptions {
  /** of this backup, fresh */
  id: string;
  at: Date;
  /** while another backup is read: how long to wait for its end */
  waitMs?: number;
  /** told at the end how long one piece, and the last short transaction, held the database */
  onHeld?: (longest: { pieceMs: number; lastMs: number }) => void;
}

const TAKEN_AT_ONCE = 500;
const ROUNDS_MOST = 100;
const TOUCH_EVERY_MS = 10_000;

/**
 * Everything in the database as it is at one position, read in short pieces beside people who write: all tables page by page, then
 * again and again what changed meanwhile, and the little that is left in one last short transaction. Ends early without harm.
 * Throws BackupRefused with a sentence.
 */
export async function* readBackup(db: Database, options: BackupOptions): AsyncGenerator<Piece> {
  const unwatched = await listUnwatched(db);
  if (unwatched.length > 0)
    throw new BackupRefused(`Changes of ${unwatched.join(', ')} would be missed. This is a mistake in Soak.`);
  await begin(db, options);
  try {
    yield* read(db, options);
  } finally {
    // a database that is gone forgets by itself, after two minutes
    await endReading(db, options.id).catch(() => {});
  }
}

async function begin(db: Database, { id, waitMs = 0 }: BackupOptions): Promise<void> {
  const until = performance.now() + waitMs;
  while (!(await beginReading(db, id))) {
    if (performance.now() >= until)
      throw new BackupRefused(
        'Another backup is being made, or was cut off less than two minutes ago. Try again soon.',
      );
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function* read(db: Database, options: BackupOptions): AsyncGenerator<Piece> {
  const pace = createPace(db, options);
  const touch = touching(db, options.id);
  await settle(db);
  const shapes = await readShapes(db);
  yield await head(db, shapes, options.at);
  let settled = 0;
  for (const shape of shapes) {
    yield { kind: 'section', table: shape.name, columns: names(shape.columns), key: names(shape.key) };
    if (shape.name === LOG) settled = await settledLogNumber(db);
    const where = shape.name === LOG ? sql`t.seq <= ${settled}` : sql`true`;
    for await (const lines of readTable(pace, shape, where)) {
      yield { kind: 'rows', lines };
      await touch();
    }
  }
  for (let round = 0; round < ROUNDS_MOST; round++) {
    await touch(true);
    const last = await readLast(db, shapes, settled, options.id);
    if (last) {
      options.onHeld?.({ pieceMs: pace.longestMs, lastMs: last.tookMs });
      await endReading(db, options.id);
      yield* last.pieces;
      yield* checkLog(pace, last.log, last.snapshot);
      return;
    }
    settled = yield* readAgain(db, pace, shapes, settled, touch);
  }
  throw new BackupRefused(
    'More is being written than can be read meanwhile. Nothing was written; try again at a quieter time.',
  );
}

/** What changed since it was read, and the log's new rows. @returns up to which number the log has been read */
async function* readAgain(
  db: Database,
  pace: Pace,
  shapes: readonly TableShape[],
  readUpTo: number,
  touch: () => Promise<void>,
): AsyncGenerator<Piece, number> {
  for (;;) {
    const changed = await pace.run((one) => takeChanges(one, shapes, TAKEN_AT_ONCE));
    for (const one of changed) yield* readChanged(pace, one);
    await touch();
    if (changed.reduce((sum, { keys }) => sum + keys.length, 0) < TAKEN_AT_ONCE / 2) break;
  }
  const log = shapes.find(({ name }) => name === LOG);
  const settled = await settledLogNumber(db);
  if (log)
    for await (const lines of readTable(pace, log, sql`t.seq > ${readUpTo} and t.seq <= ${settled}`)) {
      yield { kind: 'again', table: LOG, gone: [], lines };
      await touch();
    }
  return settled;
}

/** In portions whose rows may be large, though their keys are small. */
async function* readChanged(pace: Pace, { shape, keys }: ChangedKeys): AsyncGenerator<Piece> {
  for (let at = 0; at < keys.length; ) {
    const portion = keys.slice(at, at + Math.max(1, Math.ceil(pace.rows / 40)));
    const rows = await pace.run((db) => readByKeys(db, shape, portion));
    yield {
      kind: 'again',
      table: shape.name,
      gone: portion.map(keyText),
      lines: await linesOf(pace, shape, rows),
    };
    at += portion.length;
  }
}

const touching = (db: Database, id: string) => {
  let touchedAt = performance.now();
  return async (isDue = performance.now() - touchedAt > TOUCH_EVERY_MS) => {
    if (!isDue) return;
    touchedAt = performance.now();
    await touchReading(db, id);
  };
};

async function head(db: Database, shapes: readonly TableShape[], at: Date): Promise<Piece> {
  const { rows } = await sql<{
    name: string;
    hash: string;
  }>`select name, hash from migrations order by name`.execute(db);
  return {
    kind: 'head',
    at: at.toISOString(),
    migrations: rows.map(({ name, hash }) => [name, hash]),
    tables: shapes.length,
  };
}

const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => name);
