import { type Kysely, sql } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Columns that are keys to a door, other people's affair, or not for reading. */
const NEVER = /(secret|password|token|hash|bytes|search_text|^held$|^plan$|^undo$|^spotlight$|_at_anchor$)/;
/** Where a row names its person and is mostly about something else: these columns alone. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  reviews: ['id', 'kind', 'created_at'],
  meetings: ['id', 'kind', 'starts_at', 'created_at'],
  uploads: ['id', 'review_id', 'media_type', 'alt', 'created_at'],
  evidence_sources: ['id', 'review_id', 'kind', 'name', 'imported_at'],
  imports: ['id', 'review_id', 'name', 'state', 'created_at'],
  meeting_stages: ['id', 'meeting_id', 'title'],
  meeting_screens: ['meeting_id', 'made_at'],
  // its code opens the room to whoever knows it
  meeting_codes: ['meeting_id'],
};
/** Not rows about a person: presses kept for a day, and when every keystroke was logged (its words are in the write-ups). */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'command_keys',
  'meeting_seen',
  'document_updates',
  'document_archive',
]);
const MOST = 20_000;

/** Columns of any table that hold a person's id, with what becomes of the row when the person goes. */
export const listPersonColumns = async (
  db: Database,
): Promise<{ table: string; column: string; whenGone: 'kept' | 'deleted' | 'emptied' | 'no key' }[]> =>
  (
    await sql<{ table: string; column: string; whenGone: 'kept' | 'deleted' | 'emptied' | 'no key' }>`
      select c.relname as table, a.attname as column,
        case f.confdeltype when 'c' then 'deleted' when 'n' then 'emptied' when 'a' then 'kept' else 'no key' end as "whenGone"
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'people'::regclass and f.conkey[1] = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'uuid'::regtype
        and (f.oid is not null or a.attname in ('person_id', 'actor_id', 'author_id'))
      order by 1, 2`.execute(db)
  ).rows;

/**
 * Everything the tables hold of one person, table by table, as plain values: what they stated, wrote, chose and own. Secrets are
 * not in it, nor is anybody else's row. A new table is in it by itself. Of more rows than `most` in a table it says that it is cut.
 */
export async function listOwnRows(
  db: Database,
  person: PersonId,
  most = MOST,
): Promise<Record<string, Record<string, unknown>[]>> {
  const given: Record<string, Record<string, unknown>[]> = {};
  const cut: Record<string, unknown>[] = [];
  const columns = [{ table: 'people', column: 'id' }, ...(await listPersonColumns(db))];
  for (const { table, column } of columns) {
    if (LEFT_OUT.has(table)) continue;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} where ${sql.ref(column)} = ${person} limit ${most + 1}`.execute(db);
    if (rows.length === 0) continue;
    const key = column === 'person_id' || column === 'id' ? table : `${table} (${column})`;
    given[key] = rows.slice(0, most).map((row) => readable(table, row));
    if (rows.length > most) cut.push({ table: key, rows: `Only ${most} of them are in this file.` });
  }
  if (cut.length > 0) given['not all of it'] = cut;
  return given;
}

const readable = (table: string, row: Record<string, unknown>): Record<string, unknown> => {
  const only = ONLY[table];
  return Object.fromEntries(
    Object.entries(row).filter(([column]) => (only ? only.includes(column) : !NEVER.test(column))),
  );
};
