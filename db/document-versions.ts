import { type Kysely, sql } from 'kysely';
import type { KeptVersion, VersionKind } from '#domain/history/version.ts';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Versions kept by a name, the latest first. */
export const listVersions = async (db: Database, document: string): Promise<KeptVersion[]> =>
  db
    .selectFrom('document_versions')
    .select(['seq', 'kind', 'name', 'person_id as person', 'at'])
    .where('document', '=', document)
    .orderBy('seq', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();

export interface NewVersion {
  id: string;
  document: string;
  seq: number;
  kind: VersionKind;
  name: string;
  person: PersonId | null;
  meeting: MeetingId | null;
  at: Date;
}

/** Keeps a version. A meeting has one of each kind in a document: the later end is the one that counts. */
export const insertVersion = (db: Database, version: NewVersion) =>
  db
    .insertInto('document_versions')
    .values({
      id: version.id,
      document: version.document,
      seq: version.seq,
      kind: version.kind,
      name: version.name,
      person_id: version.person,
      meeting_id: version.meeting,
      at: version.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['document', 'meeting_id', 'kind'])
        .where('meeting_id', 'is not', null)
        .doUpdateSet((row) => ({ seq: row.ref('excluded.seq'), at: row.ref('excluded.at') })),
    )
    .execute();

/** Takes the names away that people gave this version; those of meetings and restores stay. */
export const deleteNames = (db: Database, document: string, seq: number) =>
  db
    .deleteFrom('document_versions')
    .where('document', '=', document)
    .where('seq', '=', seq)
    .where('kind', '=', 'named')
    .execute();

export const countNames = (db: Database, document: string) => countKind(db, document, 'named');

export const countPutBacks = (db: Database, document: string) => countKind(db, document, 'put-back');

const countKind = async (db: Database, document: string, kind: VersionKind): Promise<number> => {
  const { rows } = await sql<{ versions: number }>`
    select count(*) as versions from document_versions where document = ${document} and kind = ${kind}`.execute(
    db,
  );
  return Number(rows[0]?.versions ?? 0);
};
