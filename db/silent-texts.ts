import type { Kysely } from 'kysely';
import type { MeetingId, PersonId, StageId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

/** M15: whatever reads words here names their author, but for the one that takes them out to be shown. */
type Database = Kysely<Schema>;

export const ownTextRows = (db: Database, meeting: MeetingId, author: PersonId) =>
  db
    .selectFrom('silent_texts')
    .select(['stage_id as stage', 'words'])
    .where('meeting_id', '=', meeting)
    .where('author_id', '=', author);

/** Empty words take the text away. */
export async function saveOwnText(
  tx: Database,
  { meeting, stage, author, words }: { meeting: MeetingId; stage: StageId; author: PersonId; words: string },
): Promise<void> {
  if (words.trim() === '') {
    await tx
      .deleteFrom('silent_texts')
      .where('stage_id', '=', stage)
      .where('author_id', '=', author)
      .execute();
    return;
  }
  await tx
    .insertInto('silent_texts')
    .values({ meeting_id: meeting, stage_id: stage, author_id: author, words })
    .onConflict((conflict) => conflict.columns(['stage_id', 'author_id']).doUpdateSet({ words }))
    .execute();
}

/** Takes every text of a stage out of this table, for showing. */
export const takeSilentTexts = (tx: Database, stage: StageId): Promise<{ by: PersonId; words: string }[]> =>
  tx
    .deleteFrom('silent_texts')
    .where('stage_id', '=', stage)
    .returning(['author_id as by', 'words'])
    .execute();
