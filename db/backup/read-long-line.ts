import { type RawBuilder, sql } from 'kysely';
import type { Pace } from './pace.ts';
import type { Key } from './read-rows.ts';
import type { Column, TableShape } from './table-shapes.ts';

const SLICE = 256 * 1024;

/**
 * One long row, each of its values in slices, so that a picture of ten megabytes holds up nobody. Null when it went meanwhile; if
 * it changed between two slices the line is torn, and read again with everything else that changed.
 */
export async function readLongLine(pace: Pace, shape: TableShape, key: Key): Promise<string | null> {
  const values: (string | null)[] = [];
  for (const column of shape.columns) {
    const value = await readValue(pace, shape, key, column);
    if (value === undefined) return null;
    values.push(value);
  }
  return JSON.stringify(values);
}

/** @returns undefined when the row is not there */
async function readValue(
  pace: Pace,
  shape: TableShape,
  key: Key,
  column: Column,
): Promise<string | null | undefined> {
  const value = sql`t.${sql.id(column.name)}`;
  if (column.type !== 'bytea' && column.type !== 'text')
    return readOne(pace, shape, key, sql`${value}::text`);
  const slices: string[] = [];
  for (let at = 1; ; at += SLICE) {
    const slice = await readOne(
      pace,
      shape,
      key,
      sql`substring(${value} from ${sql.lit(at)} for ${sql.lit(SLICE)})::text`,
    );
    if (slice === undefined || slice === null) return slice;
    // bytes come in hex, two letters each, after `\x`
    const length = column.type === 'bytea' ? (slice.length - 2) / 2 : [...slice].length;
    slices.push(column.type === 'bytea' && at > 1 ? slice.slice(2) : slice);
    if (length < SLICE) return slices.join('');
  }
}

async function readOne(
  pace: Pace,
  shape: TableShape,
  key: Key,
  what: RawBuilder<unknown>,
): Promise<string | null | undefined> {
  const same = sql.join(
    shape.key.map(({ name, type }, at) => sql`t.${sql.id(name)} = ${key[at]}::text::${sql.raw(type)}`),
    sql` and `,
  );
  return pace.run(async (db) => {
    const { rows } = await sql<{
      value: string | null;
    }>`select ${what} as value from ${sql.table(shape.name)} t where ${same}`.execute(db);
    return rows[0]?.value;
  });
}
