import type { Kysely, Selectable } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import type { EvidenceMessage } from '#domain/import/evidence.ts';
import type { Schema } from './schema.ts';
import type { ImportPartsTable, ImportState, ImportsTable } from './schema-evidence.ts';

type Database = Kysely<Schema>;
export type ImportRow = Selectable<ImportsTable>;
export type ImportPart = Selectable<ImportPartsTable>;

export const insertImport = (
  db: Database,
  row: { id: string; person: PersonId; review: ReviewId | null; name: string; at: Date },
) =>
  db
    .insertInto('imports')
    .values({
      id: row.id,
      person_id: row.person,
      review_id: row.review,
      makes_review: row.review === null,
      state: 'reading',
      name: row.name,
      held: JSON.stringify(null),
      plan: JSON.stringify(null),
      created_at: row.at,
      touched_at: row.at,
    })
    .execute();

/** Somebody's own import; everybody else's is not there. */
export const findImport = (db: Database, id: string, person: PersonId): Promise<ImportRow | undefined> =>
  db
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst();

/** A person's imports that wait for them, newest first, without what they hold. */
export const listOpenImports = (db: Database, person: PersonId) =>
  db
    .selectFrom('imports')
    .select(['id', 'name', 'state', 'created_at'])
    .where('person_id', '=', person)
    .where('state', 'not in', ['cancelling', 'done'])
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();

export interface ImportChange {
  state?: ImportState;
  sentence?: string;
  name?: string;
  held?: unknown;
  plan?: unknown;
  review?: ReviewId;
  done?: number;
  total?: number;
}

/** Changes an import that is still in `from`. False when somebody went on or cancelled meanwhile. */
export async function changeImport(
  db: Database,
  id: string,
  from: ImportState,
  change: ImportChange,
  at: Date,
): Promise<boolean> {
  const { held, plan, review, ...plain } = change;
  const result = await db
    .updateTable('imports')
    .set({
      ...plain,
      ...(held !== undefined && { held: JSON.stringify(held) }),
      ...(plan !== undefined && { plan: JSON.stringify(plan) }),
      ...(review !== undefined && { review_id: review }),
      touched_at: at,
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes up one that stands still, for one asker alone. False when somebody is at work on it. */
export async function takeUpImport(db: Database, id: string, stillSince: Date, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('imports')
    .set({ sentence: '', touched_at: at })
    .where('id', '=', id)
    .where('state', '=', 'bringing')
    .where((row) => row.or([row('sentence', '!=', ''), row('touched_at', '<', stillSince)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Leaves nothing behind: parts go with it. */
export const deleteImport = (db: Database, id: string) =>
  db.deleteFrom('imports').where('id', '=', id).execute();

/** The same for one of which nothing has come in. False when it is another by now. */
export async function deleteUnbegun(db: Database, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('imports')
    .where('id', '=', id)
    .where('state', 'in', ['reading', 'held', 'refused'])
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Those that somebody has cancelled, and of which something may be left; untouched since then. */
export const listCancelling = (db: Database, since: Date): Promise<ImportRow[]> =>
  db
    .selectFrom('imports')
    .selectAll()
    .where('state', '=', 'cancelling')
    .where('touched_at', '<=', since)
    .orderBy('touched_at')
    .execute();

/** Those that stopped with a part of them in, untouched since then. With a sentence something went wrong on the way. */
export const listHalfIn = (db: Database, since: Date) =>
  db
    .selectFrom('imports')
    .select(['id', 'person_id', 'review_id', 'sentence'])
    .where('state', '=', 'bringing')
    .where('touched_at', '<', since)
    .orderBy('touched_at')
    .execute();

/** Forgets what was never decided or never read to its end, and what was brought in, some time ago. One that is half in stays. */
export const deleteImportsBefore = (db: Database, before: Date) =>
  db
    .deleteFrom('imports')
    .where('touched_at', '<', before)
    .where('state', 'in', ['reading', 'held', 'refused', 'done'])
    .execute();

export const insertPicturePart = (
  db: Database,
  part: { import: string; ordinal: number; path: string; bytes: Uint8Array },
) =>
  db
    .insertInto('import_parts')
    .values({
      import_id: part.import,
      ordinal: part.ordinal,
      kind: 'picture',
      name: part.path,
      bytes: part.bytes,
      messages: null,
    })
    .execute();

export const insertMessagesPart = (
  db: Database,
  part: { import: string; ordinal: number; channel: string; messages: readonly EvidenceMessage[] },
) =>
  db
    .insertInto('import_parts')
    .values({
      import_id: part.import,
      ordinal: part.ordinal,
      kind: 'messages',
      name: part.channel,
      bytes: null,
      messages: JSON.stringify(part.messages),
    })
    .execute();

export const listParts = (db: Database, id: string) =>
  db
    .selectFrom('import_parts')
    .select(['ordinal', 'kind', 'name'])
    .where('import_id', '=', id)
    .orderBy('ordinal')
    .execute();

export const findPart = (db: Database, id: string, ordinal: number): Promise<ImportPart | undefined> =>
  db
    .selectFrom('import_parts')
    .selectAll()
    .where('import_id', '=', id)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();

/** Parts are only needed until they have been brought in. */
export const deleteParts = (db: Database, id: string) =>
  db.deleteFrom('import_parts').where('import_id', '=', id).execute();
