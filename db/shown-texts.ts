import type { Kysely } from 'kysely';
import type { MeetingId, StageId } from '#domain/ids.ts';
import type { PollCount, ShownText } from '#domain/meeting/inputs.ts';
import { changedRows } from './changed-rows.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** In the order drawn when they were shown: that of their random ids. */
export const shownTextRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('shown_texts')
    .select(['id', 'stage_id as stage', 'author_id as by', 'words', 'hidden'])
    .where('meeting_id', '=', meeting)
    .orderBy('id');

/** One statement for all, in the order given: where they lie tells nothing either (U3). */
export async function insertShownTexts(
  tx: Database,
  meeting: MeetingId,
  texts: readonly Omit<ShownText, 'hidden'>[],
): Promise<void> {
  if (texts.length === 0) return;
  await tx
    .insertInto('shown_texts')
    .values(
      texts.map(({ id, stage, by, words }) => ({
        id,
        meeting_id: meeting,
        stage_id: stage,
        author_id: by,
        words,
      })),
    )
    .execute();
}

/** M15: hidden, or taken back by its author; nothing is edited. */
export async function saveShownTexts(
  tx: Database,
  before: readonly ShownText[],
  after: readonly ShownText[],
): Promise<void> {
  const { changed, removed } = changedRows(before, after);
  if (removed.length > 0) await tx.deleteFrom('shown_texts').where('id', 'in', removed).execute();
  for (const text of changed)
    await tx.updateTable('shown_texts').set({ hidden: text.hidden }).where('id', '=', text.id).execute();
}

export const pollCountRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('poll_counts')
    .innerJoin('meeting_stages', 'meeting_stages.id', 'poll_counts.stage_id')
    .select(['stage_id as stage', 'choice', 'count'])
    .where('meeting_id', '=', meeting)
    .orderBy('stage_id');

export async function insertPollCounts(
  tx: Database,
  stage: StageId,
  counts: readonly PollCount[],
): Promise<void> {
  if (counts.length === 0) return;
  await tx
    .insertInto('poll_counts')
    .values(counts.map((count) => ({ stage_id: stage, ...count })))
    .execute();
}
