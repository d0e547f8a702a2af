import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Does a task unless another program is at it just now: then nothing is done, and the answer is null. */
export type Alone = <T>(task: string, work: () => Promise<T>) => Promise<{ done: T } | null>;

/** Beside the locks that take one number, these take two. */
const LOCKS = 7264903;

/**
 * Keeps two nodes from doing the same work twice; that nothing goes wrong where both do it all the same is the work's own
 * affair. The lock is a transaction's, so it ends with its connection, however that ends.
 */
export const aloneOnPostgres =
  (db: Kysely<Schema>): Alone =>
  async <T>(task: string, work: () => Promise<T>) => {
    let outcome: { done: T } | null = null;
    try {
      await db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ free: boolean }>`
          select pg_try_advisory_xact_lock(${LOCKS}::int, hashtext(${task})) as free`.execute(tx);
        if (rows[0]?.free) outcome = { done: await work() };
      });
    } catch (error) {
      // the lock's connection went, the work was through all the same
      if (!outcome) throw error;
    }
    return outcome;
  };

/** The embedded database is one program's. */
export const aloneAnyway: Alone = async (_task, work) => ({ done: await work() });
