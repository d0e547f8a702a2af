import type { Kysely, Selectable } from 'kysely';
import { DEFAULT_POLICY, type SoakPolicy } from '#domain/soak/policy.ts';
import type { Schema, WorkspaceTable } from './schema.ts';

type Database = Kysely<Schema>;
export type WorkspaceRow = Selectable<WorkspaceTable>;

export const findWorkspace = async (db: Database): Promise<WorkspaceRow | null> =>
  (await db.selectFrom('workspace').selectAll().executeTakeFirst()) ?? null;

/** The same, locked until the transaction ends. */
export const lockWorkspace = async (tx: Database): Promise<WorkspaceRow | null> =>
  (await tx.selectFrom('workspace').selectAll().forUpdate().executeTakeFirst()) ?? null;

interface WorkspaceFacts {
  name: string;
  zone: string;
  /** ISO weekday numbers. */
  weekend: readonly number[];
  /** Days off, YYYY-MM-DD. */
  holidays: readonly string[];
  /** What they are called, by their days; left out: nobody said. */
  holidayNames?: Readonly<Record<string, string>>;
}

export const insertWorkspace = (db: Database, facts: WorkspaceFacts, at: Date) =>
  db
    .insertInto('workspace')
    .values({ id: 1, name: facts.name, zone: facts.zone, ...asJson(facts), created_at: at })
    .execute();

export const updateWorkspace = (db: Database, { name, zone }: Pick<WorkspaceFacts, 'name' | 'zone'>) =>
  db.updateTable('workspace').set({ name, zone }).execute();

export const updateFreeDays = (db: Database, facts: Omit<WorkspaceFacts, 'name' | 'zone'>) =>
  db.updateTable('workspace').set(asJson(facts)).execute();

// Kysely types a column once for reading and writing; jsonb is written as text
function asJson({ weekend, holidays, holidayNames = {} }: Omit<WorkspaceFacts, 'name' | 'zone'>) {
  return {
    holiday_names: JSON.stringify(holidayNames) as unknown as Record<string, string>,
    weekend: JSON.stringify(weekend) as unknown as number[],
    holidays: JSON.stringify(holidays) as unknown as string[],
  };
}

/** S3: how long ideas soak here, and when people work. */
export const findSoakPolicy = async (db: Database): Promise<SoakPolicy> => {
  const row = await db
    .selectFrom('workspace')
    .select([
      'soak_days as days',
      'soak_least as least',
      'soak_most as most',
      'work_from as workFrom',
      'work_until as workUntil',
    ])
    .executeTakeFirst();
  return row ?? DEFAULT_POLICY;
};

export const updateSoakPolicy = (db: Database, policy: SoakPolicy) =>
  db
    .updateTable('workspace')
    .set({
      soak_days: policy.days,
      soak_least: policy.least,
      soak_most: policy.most,
      work_from: policy.workFrom,
      work_until: policy.workUntil,
    })
    .execute();

/** Days off and what they are called. */
export const updateHolidays = (
  db: Database,
  { holidays, holidayNames }: { holidays: readonly string[]; holidayNames: Readonly<Record<string, string>> },
) =>
  db
    .updateTable('workspace')
    .set({ holidays: JSON.stringify(holidays), holiday_names: JSON.stringify(holidayNames) } as never)
    .execute();
