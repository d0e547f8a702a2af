import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Pace } from './pace.ts';
import { readLongLine } from './read-long-line.ts';
import { type Column, keyOf, lineOf, sizeOf, type TableShape } from './table-shapes.ts';

type Database = Kysely<Schema>;

/** A primary key, each part as PostgreSQL's text. */
export type Key = readonly string[];

/** A row that takes more than this is read in slices of its own. */
const LONG_BYTES = 512 * 1024;

interface FoundRow {
  key: string;
  size: number;
  /** null: too long to be read with others */
  line: string | null;
}

/** All rows of a table in the key's order, as lines, a page at a time. @param where only these, `t` being the table */
export async function* readTable(
  pace: Pace,
  shape: TableShape,
  where: RawBuilder<unknown> = sql`true`,
): AsyncGenerator<string[]> {
  let after: Key | null = null;
  for (;;) {
    const { bytes, rows: limit } = pace;
    const found: FoundRow[] = await pace.run((db) => readPage(db, shape, after, where, { limit, bytes }));
    const last = found.at(-1);
    if (!last) return;
    after = JSON.parse(last.key) as Key;
    yield await linesOf(pace, shape, found);
  }
}

async function readPage(
  db: Database,
  shape: TableShape,
  after: Key | null,
  where: RawBuilder<unknown>,
  { limit, bytes }: { limit: number; bytes: number },
): Promise<FoundRow[]> {
  const order = sql.join(shape.key.map(({ name }) => sql`t.${sql.id(name)}`));
  const beyond = after
    ? sql`(${order}) > (${sql.join(after.map((part, at) => cast(part, shape.key[at])))})`
    : sql`true`;
  const { rows } = await sql<FoundRow>`
    select ${keyOf(shape)} as key, backup_size as size, ${lineIfShort(shape, sql`backup_size`)} as line
    from (
      select t.*, sum(backup_size) over (order by ${order}) - backup_size as backup_before
      from (
        select t.*, ${sizeOf(shape)} as backup_size from ${sql.table(shape.name)} t
        where ${beyond} and ${where} order by ${order} limit ${limit}
      ) t
    ) t
    where backup_before < ${bytes} order by ${order}`.execute(db);
  return rows;
}

/** Rows by their keys as they are now; who is not there any more is missing from the answer. */
export async function readByKeys(db: Database, shape: TableShape, keys: readonly Key[]): Promise<FoundRow[]> {
  const same = sql.join(
    shape.key.map(
      ({ name, type }, at) => sql`t.${sql.id(name)} = (wanted.value ->> ${sql.lit(at)})::${sql.raw(type)}`,
    ),
    sql` and `,
  );
  const { rows } = await sql<FoundRow>`
    select ${keyOf(shape)} as key, ${sizeOf(shape)} as size, ${lineIfShort(shape, sizeOf(shape))} as line
    from json_array_elements(${JSON.stringify(keys)}::json) as wanted (value)
    join ${sql.table(shape.name)} t on ${same}`.execute(db);
  return rows;
}

/** The rows' lines, long ones read piece by piece. One that went meanwhile is left out: it is noted as changed and asked for again. */
export async function linesOf(pace: Pace, shape: TableShape, rows: readonly FoundRow[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { key, line } of rows) {
    const whole = line ?? (await readLongLine(pace, shape, JSON.parse(key) as Key));
    if (whole !== null) lines.push(whole);
  }
  return lines;
}

const lineIfShort = (shape: TableShape, size: RawBuilder<unknown>) =>
  sql<string | null>`case when ${size} <= ${sql.lit(LONG_BYTES)} then ${lineOf(shape)} end`;

/** A key's part as its column's type. */
export const cast = (part: string | undefined, column: Column | undefined): RawBuilder<unknown> =>
  sql`${part ?? null}::text::${sql.raw(column?.type ?? 'text')}`;
