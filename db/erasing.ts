import { type Kysely, sql } from 'kysely';
import type { PersonId, ReviewId } from '#domain/ids.ts';
import { storable } from '#domain/import/storable.ts';
import type { ThreadAnchor } from './comment-threads.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Until the transaction ends nobody appends to this document; what was on its way is refused then. False where it is not there. */
export const lockAgainstEdits = async (tx: Database, document: string): Promise<boolean> =>
  (await tx
    .selectFrom('documents')
    .select('name')
    .where('name', '=', document)
    .forUpdate()
    .executeTakeFirst()) !== undefined;

/** Everything of it goes along: log, snapshots, archive, history, versions, rescued words. */
export const deleteDocument = async (tx: Database, document: string): Promise<void> => {
  await tx.deleteFrom('documents').where('name', '=', document).execute();
};

export const setEpoch = async (tx: Database, review: ReviewId, epoch: number): Promise<void> => {
  await tx.updateTable('reviews').set({ epoch }).where('id', '=', review).execute();
};

/** What keeps a review's words from being erased just now: a meeting in which people are, or an import on its way in or out. */
export const whatIsUnderWay = async (
  tx: Database,
  review: ReviewId,
): Promise<'meeting' | 'import' | null> => {
  const meeting = await tx
    .selectFrom('meetings')
    .select('id')
    .where('review_id', '=', review)
    .where('phase', 'in', ['live', 'paused'])
    .limit(1)
    .executeTakeFirst();
  if (meeting) return 'meeting';
  const coming = await tx
    .selectFrom('imports')
    .select('id')
    .where('review_id', '=', review)
    .where('state', 'in', ['bringing', 'cancelling'])
    .limit(1)
    .executeTakeFirst();
  return coming ? 'import' : null;
};

/** Imports that are through hold their source until they are forgotten. */
export const deleteDoneImports = async (tx: Database, review: ReviewId): Promise<void> => {
  await tx.deleteFrom('imports').where('review_id', '=', review).where('state', '=', 'done').execute();
};

/** Pictures that are no longer shown go; those that are keep no other description than the write-up's. */
export const keepPictures = async (
  tx: Database,
  review: ReviewId,
  shown: ReadonlyMap<string, string>,
): Promise<void> => {
  const ids = [...shown.keys()];
  await sql`delete from uploads where review_id = ${review} and id <> all (${ids}::uuid[])`.execute(tx);
  for (const [id, alt] of shown)
    await sql`update uploads set alt = ${storable(alt)}
      where review_id = ${review} and id = ${id}::uuid and alt <> ${storable(alt)}`.execute(tx);
};

/** A thread's quotation as it reads now, and where it stands; what stands nowhere any more is quoted no longer. */
export const requoteThread = async (
  tx: Database,
  thread: string,
  { quote, anchor }: { quote: string; anchor: ThreadAnchor | { block: string } | null },
): Promise<void> => {
  const kept = { place: null, block: null, start: null, end: null, words: '', ...anchor };
  const asJson = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx
    .updateTable('comment_threads')
    .set({
      quote: storable(quote),
      words: storable(kept.words),
      place: kept.place,
      block: kept.block,
      start_at: asJson(kept.start),
      end_at: asJson(kept.end),
    })
    .where('id', '=', thread)
    .execute();
};

/** Claims that different views of a review's meetings quote out of its write-up, by capture. */
export const listClaims = (tx: Database, review: ReviewId): Promise<{ id: string; claim: string }[]> =>
  tx
    .selectFrom('captures')
    .innerJoin('meetings', 'meetings.id', 'captures.meeting_id')
    .select(['captures.id', 'claim'])
    .where('review_id', '=', review)
    .where('claim', '!=', '')
    .execute();

export const emptyClaims = async (tx: Database, captures: readonly string[]): Promise<void> => {
  if (captures.length === 0) return;
  await sql`update captures set claim = '' where id = any (${captures}::uuid[])`.execute(tx);
};

export interface Erasure {
  id: string;
  review: ReviewId;
  person: PersonId;
  epoch: number;
  at: Date;
  /** Dumps made before may keep it. */
  keepsDumps?: true;
}

export const insertErasure = async (tx: Database, erasure: Erasure): Promise<void> => {
  const { id, review, person, epoch, at, keepsDumps = false } = erasure;
  await tx
    .insertInto('erasures')
    .values({ id, review_id: review, person_id: person, epoch, at, swept_at: null, keeps_dumps: keepsDumps })
    .execute();
};

/** The last time a review's words were erased; null where they never were. */
export const findLastErasure = async (
  db: Database,
  review: ReviewId,
): Promise<{ at: Date; sweptAt: Date | null } | null> =>
  (await db
    .selectFrom('erasures')
    .select(['at', 'swept_at as sweptAt'])
    .where('review_id', '=', review)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** Erasures of which something may still lie in files, oldest first. */
export const listUnswept = (db: Database): Promise<{ id: string; at: Date; keepsDumps: boolean }[]> =>
  db
    .selectFrom('erasures')
    .select(['id', 'at', 'keeps_dumps as keepsDumps'])
    .where('swept_at', 'is', null)
    .orderBy('at')
    .execute();

export const setSwept = async (db: Database, ids: readonly string[], at: Date): Promise<void> => {
  await db
    .updateTable('erasures')
    .set({ swept_at: at })
    .where('id', 'in', [...ids])
    .execute();
};
