import type { Kysely } from 'kysely';
import type { Schema, WorkspaceTable } from './schema.ts';

type Database = Kysely<Schema>;
export type WorkspaceRow = WorkspaceTable;

export const findWorkspace = async (db: Database): Promise<WorkspaceRow | null> =>
  (await db.selectFrom('workspace').selectAll().executeTakeFirst()) ?? null;

interface WorkspaceFacts {
  name: string;
  zone: string;
  /** ISO weekday numbers. */
  weekend: readonly number[];
  /** Days off, YYYY-MM-DD. */
  holidays: readonly string[];
}

export const insertWorkspace = (db: Database, facts: WorkspaceFacts, at: Date) =>
  db
    .insertInto('workspace')
    .values({ id: 1, name: facts.name, zone: facts.zone, ...asJson(facts), created_at: at })
    .execute();

export const updateWorkspace = (db: Database, facts: WorkspaceFacts) =>
  db
    .updateTable('workspace')
    .set({ name: facts.name, zone: facts.zone, ...asJson(facts) })
    .execute();

// Kysely types a column once for reading and writing; jsonb is written as text
function asJson({ weekend, holidays }: WorkspaceFacts) {
  return {
    weekend: JSON.stringify(weekend) as unknown as number[],
    holidays: JSON.stringify(holidays) as unknown as string[],
  };
}
