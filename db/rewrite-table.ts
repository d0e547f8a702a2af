import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Small tables of which an old row would say who did what, each with a column that can be written anew as it is. */
const ANEW = {
  attendance: sql`named type boolean using named is true`,
  sealed_ideas: sql`withheld type boolean using withheld is true`,
  command_keys: sql`body_hash type text using body_hash || ''`,
};
export type Rewritten = keyof typeof ANEW;

export const isRewritten = (table: string): table is Rewritten => Object.hasOwn(ANEW, table);

/**
 * Throws away the file a table lies in, and with it every row that was deleted or written over, whoever still looks at one. Not by
 * `vacuum full`: that keeps what an older snapshot could see, and an analysis of PostgreSQL's own is one (seen in one run of five
 * beside other tests, 30 November 2026).
 * @param tx in which nobody else gets at the table until it ends: whoever changes it first takes `lockTable`
 */
export const rewriteTable = (tx: Kysely<Schema>, table: Rewritten) =>
  sql`alter table ${sql.table(table)} alter column ${ANEW[table]}`.execute(tx);

/** Before anything in it is changed: two that change and then wait for the whole table would wait for one another. */
export const lockTable = (tx: Kysely<Schema>, table: Rewritten) =>
  sql`lock table ${sql.table(table)} in access exclusive mode`.execute(tx);
