import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Says that somebody's rights changed; every node judges its open sockets again when it sees the counter move (P7). */
export const raiseRightsCounter = (db: Kysely<Schema>) =>
  db.updateTable('rights_counter').set({ value: sql`value + 1` }).where('id', '=', 1).execute();

export const readRightsCounter = async (db: Kysely<Schema>): Promise<number> =>
  (await db.selectFrom('rights_counter').select('value').where('id', '=', 1).executeTakeFirstOrThrow()).value;
