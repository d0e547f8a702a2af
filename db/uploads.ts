import type { Kysely, Selectable } from 'kysely';
import { asId, type PersonId, type ReviewId, type UploadId } from '#domain/ids.ts';
import type { Schema, UploadsTable } from './schema.ts';

type Database = Kysely<Schema>;
export type UploadRow = Selectable<UploadsTable>;

export interface NewUpload {
  id: UploadId;
  review: ReviewId;
  sha256: string;
  mediaType: string;
  bytes: Uint8Array;
  width: number;
  height: number;
  alt: string;
  by: PersonId;
  at: Date;
}

/** Stores a picture; a second time with the same id changes nothing. */
export const insertUpload = (db: Database, upload: NewUpload) =>
  db
    .insertInto('uploads')
    .values({
      id: upload.id,
      review_id: upload.review,
      sha256: upload.sha256,
      media_type: upload.mediaType,
      bytes: upload.bytes,
      width: upload.width,
      height: upload.height,
      alt: upload.alt,
      created_by: upload.by,
      created_at: upload.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();

export const findUpload = (db: Database, id: string): Promise<UploadRow | undefined> =>
  db.selectFrom('uploads').selectAll().where('id', '=', asId<UploadId>(id)).executeTakeFirst();

/** Bytes a review's uploads take together, for its limit. */
export async function uploadedBytes(db: Database, review: ReviewId): Promise<number> {
  const { sum } = await db
    .selectFrom('uploads')
    .where('review_id', '=', review)
    .select(({ fn }) => fn.sum<number | null>(fn('length', ['bytes'])).as('sum'))
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

/** Every picture of a review with its size in bytes, oldest first. */
export const listUploadSizes = async (
  db: Database,
  review: ReviewId,
): Promise<{ id: UploadId; media_type: string; size: number }[]> =>
  db
    .selectFrom('uploads')
    .select(['id', 'media_type', ({ fn }) => fn<number>('length', ['bytes']).as('size')])
    .where('review_id', '=', review)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
