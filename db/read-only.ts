import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** True where the database answers and takes no writes: by setting, or because it only follows another one. */
export const isReadOnly = async (db: Kysely<Schema>): Promise<boolean> => {
  const { rows } = await sql<{ setting: string }>`
    select current_setting('transaction_read_only') as setting`.execute(db);
  return rows[0]?.setting === 'on';
};
