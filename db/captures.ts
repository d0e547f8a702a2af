import type { InferResult, Kysely } from 'kysely';
import type { MeetingId, StageId } from '#domain/ids.ts';
import type { Capture, UnsignedView } from '#domain/meeting/capture.ts';
import type { Target } from '#domain/meeting/target.ts';
import { changedRows } from './changed-rows.ts';
import { instant, instantOrNull, type Joined } from './joined.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** All of one meeting, unconfirmed ones too: who may see which is the domain's to say. */
export const listCaptures = async (db: Database, meeting: MeetingId): Promise<Capture[]> =>
  (await captureRows(db, meeting).execute()).map(asCapture);

export const captureRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('captures')
    .select([
      'id',
      'kind',
      'words',
      'stage_id as stage',
      'target',
      'claim',
      'noted_by as notedBy',
      'for_person as forPerson',
      'for_label as forLabel',
      'confirmed',
      'at',
      'changed_at as changedAt',
    ])
    .where('meeting_id', '=', meeting)
    .orderBy('at')
    .orderBy('id');

export const asCapture = (row: Joined<InferResult<ReturnType<typeof captureRows>>[number]>): Capture => ({
  ...row,
  target: row.target as Target | null,
  at: instant(row.at),
  changedAt: instantOrNull(row.changedAt),
});

export async function saveCaptures(
  tx: Database,
  meeting: MeetingId,
  before: readonly Capture[],
  after: readonly Capture[],
): Promise<void> {
  const { added, changed, removed } = changedRows(before, after);
  if (removed.length > 0) await tx.deleteFrom('captures').where('id', 'in', removed).execute();
  if (added.length > 0)
    await tx
      .insertInto('captures')
      .values(
        added.map((capture) => ({
          id: capture.id,
          meeting_id: meeting,
          kind: capture.kind,
          words: capture.words,
          stage_id: capture.stage,
          target: capture.target === null ? null : JSON.stringify(capture.target),
          claim: capture.claim,
          noted_by: capture.notedBy,
          for_person: capture.forPerson,
          for_label: capture.forLabel,
          confirmed: capture.confirmed,
          at: capture.at,
          changed_at: capture.changedAt,
        })),
      )
      .execute();
  for (const capture of changed)
    await tx
      .updateTable('captures')
      .set({
        words: capture.words,
        stage_id: capture.stage,
        confirmed: capture.confirmed,
        changed_at: capture.changedAt,
      })
      .where('id', '=', capture.id)
      .execute();
}

/** C2: what waited without a name, all at once: no author, one time, ids drawn now, in whose order they are listed. */
export const insertUnsignedViews = async (
  tx: Database,
  meeting: MeetingId,
  views: readonly (UnsignedView & { id: string; stage: StageId; at: Date })[],
): Promise<void> => {
  if (views.length === 0) return;
  await tx
    .insertInto('captures')
    .values(
      views.map(({ id, words, target, claim, stage, at }) => ({
        id,
        meeting_id: meeting,
        kind: 'different-view' as const,
        words,
        stage_id: stage,
        target: target === null ? null : JSON.stringify(target),
        claim,
        noted_by: null,
        for_person: null,
        for_label: null,
        confirmed: true,
        at,
        changed_at: null,
      })),
    )
    .execute();
};

/** C4: which captures have become open questions of the write-up, and which. */
export const listOffered = async (db: Database, meeting: MeetingId): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('captures')
    .select(['id', 'offered_as'])
    .where('meeting_id', '=', meeting)
    .where('offered_as', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, offered_as }) => [id, offered_as ?? '']));
};

/** False when it has become one already. */
export const markOffered = async (db: Database, capture: string, finding: string): Promise<boolean> => {
  const marked = await db
    .updateTable('captures')
    .set({ offered_as: finding })
    .where('id', '=', capture)
    .where('offered_as', 'is', null)
    .executeTakeFirst();
  return marked.numUpdatedRows > 0n;
};

export const unmarkOffered = (db: Database, capture: string) =>
  db.updateTable('captures').set({ offered_as: null }).where('id', '=', capture).execute();
