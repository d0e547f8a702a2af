import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What nodes that share this database call their channel; another database has another. */
export const readRelayChannel = async (db: Kysely<Schema>): Promise<string> =>
  (await db.selectFrom('relay').select('channel').executeTakeFirstOrThrow()).channel;
