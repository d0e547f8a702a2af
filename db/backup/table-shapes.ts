import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { LEFT_OUT, LOG } from './left-out.ts';

type Database = Kysely<Schema>;

export interface Column {
  name: string;
  /** as PostgreSQL writes it, `timestamp with time zone` */
  type: string;
}

/** A table as a backup sees it: every value as PostgreSQL's own text, so that nothing is lost between the engines. */
export interface TableShape {
  name: string;
  /** without generated ones */
  columns: readonly Column[];
  /** of its primary key, in the key's order */
  key: readonly Column[];
}

/** The tables that a backup holds, the log last: most of what is written meanwhile then comes with it. */
export const readShapes = async (db: Database): Promise<TableShape[]> => {
  const { rows } = await sql<{ table: string; name: string; type: string; place: number | null }>`
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type,
      (select array_position(indkey::int2[], attnum) from pg_index where indrelid = pg_class.oid and indisprimary) as place
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all (${Object.keys(LEFT_OUT)}::text[])
      and attnum > 0 and not attisdropped and attgenerated = ''
    order by relname = ${LOG}, relname, attnum`.execute(db);
  return [...Map.groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    columns: columns.map(asColumn),
    key: columns
      .filter(({ place }) => place !== null)
      .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
      .map(asColumn),
  }));
};

const asColumn = ({ name, type }: Column): Column => ({ name, type });

/** A row as one line of JSON: an array of text and null. */
export const lineOf = ({ columns }: TableShape): RawBuilder<string> => jsonArray(columns);

/** A row's key in the same way. */
export const keyOf = ({ key }: TableShape): RawBuilder<string> => jsonArray(key);

const jsonArray = (columns: readonly Column[]) =>
  sql<string>`json_build_array(${sql.join(columns.map(({ name }) => sql`t.${sql.id(name)}::text`))})::text`;

/** How many bytes a row takes where it lies, read without reading them. */
export const sizeOf = ({ columns }: TableShape): RawBuilder<number> =>
  sql<number>`(${sql.join(
    columns.map(({ name }) => sql`coalesce(pg_column_size(t.${sql.id(name)}), 0)`),
    sql` + `,
  )})`;
