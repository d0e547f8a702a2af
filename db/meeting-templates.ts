import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { KeptStage } from '#domain/meeting/templates.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface TemplateRow {
  id: string;
  name: string;
  minutes: number;
  stages: readonly KeptStage[];
  madeBy: PersonId | null;
}

export const insertTemplate = (db: Database, { madeBy, stages, ...template }: TemplateRow, at: Date) =>
  db
    .insertInto('meeting_templates')
    .values({ ...template, stages: JSON.stringify(stages), made_by: madeBy, made_at: at })
    .execute();

/** By name. */
export const listTemplates = async (db: Database): Promise<TemplateRow[]> => {
  const rows = await db
    .selectFrom('meeting_templates')
    .select(['id', 'name', 'minutes', 'stages', 'made_by as madeBy'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, stages: row.stages as KeptStage[] }));
};

export const deleteTemplate = (db: Database, id: string) =>
  db.deleteFrom('meeting_templates').where('id', '=', id).execute();
