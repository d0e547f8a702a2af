import { type Kysely, type KyselyPlugin, sql } from 'kysely';
import type { OpenedDatabase } from './open.server.ts';
import type { Schema } from './schema.ts';

interface Kept {
  opened: OpenedDatabase;
  remove(): Promise<void>;
  tables: readonly string[];
  /** What the migrations themselves put in: rows as JSON, by table. */
  first: readonly { table: string; rows: string }[];
}

type Opening = () => Promise<{ opened: OpenedDatabase; remove(): Promise<void> }>;

const idle = new Map<Opening, Kept[]>();

/**
 * A database as it is after its migrations: one that an earlier block of tests has left, emptied, or a new one. Opening an embedded
 * one costs a second of processor time, copying one in PostgreSQL and dropping it half a second of waiting.
 * @param open how such a one is opened, always the same function
 */
export async function openedAgain(open: Opening): ReturnType<Opening> {
  const waiting = idle.get(open) ?? [];
  idle.set(open, waiting);
  const kept = waiting.pop() ?? (await keep(open));
  let isSpent = false;
  let isOver = false;
  const spent = async <T>(act: () => Promise<T>): Promise<T> => {
    isSpent = true;
    return act();
  };
  const { opened } = kept;
  return {
    opened: {
      ...opened,
      // what is remembered of a database by its object is forgotten with the block
      db: opened.db.withPlugin(refuseOnce(() => isOver)) as Kysely<Schema>,
      crash: () => spent(opened.crash),
      close: async () => {
        isOver = true;
        if (!isSpent && (await emptied(kept))) waiting.push(kept);
        else await spent(opened.close).finally(kept.remove);
        isSpent = true;
      },
    },
    remove: async () => {},
  };
}

/** What a block of tests left running must not write into the next one's tables. */
const refuseOnce = (isOver: () => boolean): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    if (isOver()) throw new Error('This block of tests is over, and its database is another’s.');
    return node;
  },
  transformResult: async ({ result }) => result,
});

async function keep(open: Opening): Promise<Kept> {
  const one = await open();
  const names = await tables(one.opened.db);
  return { ...one, tables: names, first: await rowsOf(one.opened.db, names) };
}

/**
 * False where it cannot be: something has been done to it that rows do not tell. Rows are deleted where there are any, past foreign
 * keys and triggers: to truncate seventy tables costs twenty times as much.
 */
async function emptied({ opened: { db }, tables: before, first }: Kept): Promise<boolean> {
  try {
    const names = await tables(db);
    if (names.join() !== before.join()) return false;
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      const used = await inUse(tx, names);
      if (used.length > 0) await sql`with ${sql.join(used.map(deleteAll))} select`.execute(tx);
      await sql`
        select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences
        where schemaname = 'public' and last_value is not null`.execute(tx);
      for (const { table, rows } of first)
        await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(
          tx,
        );
    });
    return true;
  } catch {
    return false;
  }
}

const deleteAll = (table: string, index: number) =>
  sql`${sql.id(`emptied_${index}`)} as (delete from ${sql.table(table)})`;

async function inUse(db: Kysely<Schema>, names: readonly string[]): Promise<string[]> {
  const looks = names.map(
    (name) => sql`select ${sql.lit(name)} as name where exists (select from ${sql.table(name)})`,
  );
  const { rows } = await sql<{ name: string }>`${sql.join(looks, sql` union all `)}`.execute(db);
  return rows.map(({ name }) => name);
}

const tables = async (db: Kysely<Schema>): Promise<string[]> =>
  (
    await sql<{ name: string }>`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(
      db,
    )
  ).rows.map(({ name }) => name);

async function rowsOf(db: Kysely<Schema>, names: readonly string[]): Promise<Kept['first']> {
  const found: { table: string; rows: string }[] = [];
  for (const table of names) {
    const { rows } = await sql<{ rows: string | null }>`
      select json_agg(t)::text as rows from ${sql.table(table)} t`.execute(db);
    const [one] = rows;
    if (one?.rows) found.push({ table, rows: one.rows });
  }
  return found;
}
