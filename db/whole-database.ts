import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Every row of every table as text, for tests that prove something is written nowhere. */
export async function wholeDatabase(db: Kysely<Schema>): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db);
    texts.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}
