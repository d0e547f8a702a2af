import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { BackupRefused } from './backup-refused.ts';
import type { Key } from './read-rows.ts';
import type { TableShape } from './table-shapes.ts';

type Database = Kysely<Schema>;

export interface ChangedKeys {
  shape: TableShape;
  keys: Key[];
}

interface Noted {
  name: string;
  key: string | null;
}

/** Takes some of what was noted; nothing noted gives an empty list. What changes from now on is noted anew. */
export const takeChanges = async (
  db: Database,
  shapes: readonly TableShape[],
  most: number,
): Promise<ChangedKeys[]> => {
  const { rows } = await sql<Noted>`
    with taken as (
      delete from backup_changes where ctid = any (array(select ctid from backup_changes limit ${most}))
      returning table_name, key
    )
    select distinct table_name as name, key from taken`.execute(db);
  return byTable(rows, shapes);
};

/** What is noted and was not taken; null when that is more than `most`. */
export const peekChanges = async (
  db: Database,
  shapes: readonly TableShape[],
  most: number,
): Promise<ChangedKeys[] | null> => {
  const { rows } = await sql<Noted>`
    select distinct table_name as name, key from backup_changes limit ${most + 1}`.execute(db);
  return rows.length > most ? null : byTable(rows, shapes);
};

const byTable = (noted: readonly Noted[], shapes: readonly TableShape[]): ChangedKeys[] => {
  const changed: ChangedKeys[] = [];
  for (const [name, rows] of Map.groupBy(noted, (row) => row.name)) {
    const shape = shapes.find((one) => one.name === name);
    if (!shape || rows.some(({ key }) => key === null))
      throw new BackupRefused(
        'A whole table was emptied or added meanwhile. Nothing was written; try again.',
      );
    changed.push({ shape, keys: rows.map(({ key }) => JSON.parse(key ?? '[]') as Key) });
  }
  return changed;
};
