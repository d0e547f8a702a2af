import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { OneTimeLinksTable, Schema } from './schema.ts';

type Database = Kysely<Schema>;
export type LinkPurpose = OneTimeLinksTable['purpose'];

export const insertLink = (db: Database, row: OneTimeLinksTable) =>
  db.insertInto('one_time_links').values(row).execute();

export const findLink = async (db: Database, id: string): Promise<OneTimeLinksTable | null> =>
  (await db.selectFrom('one_time_links').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

/** Marks a link as used. False where somebody else did so first. */
export const useLink = async (db: Database, id: string, at: Date): Promise<boolean> =>
  (
    await db
      .updateTable('one_time_links')
      .set({ used_at: at })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows === 1n;

/** A newer link for the same thing makes the older ones void. */
export const deleteUnusedLinks = (db: Database, purpose: LinkPurpose, person: PersonId | null) =>
  db
    .deleteFrom('one_time_links')
    .where('used_at', 'is', null)
    .where('purpose', '=', purpose)
    .where('person_id', 'is not distinct from', person)
    .execute();
