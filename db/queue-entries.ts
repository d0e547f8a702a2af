import { type InferResult, type Kysely, sql } from 'kysely';
import type { MeetingId } from '#domain/ids.ts';
import type { QueueEntry } from '#domain/meeting/queue-entry.ts';
import type { Target } from '#domain/meeting/target.ts';
import { changedRows } from './changed-rows.ts';
import { instant, type Joined } from './joined.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** In the order of raising. */
export const queueRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('queue_entries')
    .select([
      'id',
      'type',
      'words',
      'raised_by as raisedBy',
      'raised_for as raisedFor',
      'raised_at as raisedAt',
      'state',
      'placed',
      'target',
    ])
    .where('meeting_id', '=', meeting)
    .orderBy('raised_at')
    .orderBy('id');

export const asQueueEntry = (row: Joined<InferResult<ReturnType<typeof queueRows>>[number]>): QueueEntry => ({
  ...row,
  target: row.target as Target | null,
  raisedAt: instant(row.raisedAt),
});

export async function saveQueue(
  tx: Database,
  meeting: MeetingId,
  before: readonly QueueEntry[],
  after: readonly QueueEntry[],
): Promise<void> {
  const { added, changed, removed } = changedRows(before, after);
  if (removed.length > 0) await tx.deleteFrom('queue_entries').where('id', 'in', removed).execute();
  if (added.length > 0)
    await tx
      .insertInto('queue_entries')
      .values(
        added.map((entry) => ({
          id: entry.id,
          meeting_id: meeting,
          type: entry.type,
          words: entry.words,
          raised_by: entry.raisedBy,
          raised_for: entry.raisedFor,
          raised_at: entry.raisedAt,
          state: entry.state,
          placed: entry.placed,
          target: entry.target === null ? null : JSON.stringify(entry.target),
        })),
      )
      .execute();
  if (changed.length > 0) await changeEntries(tx, changed);
}

/** All in one statement, whose text is the same for any number of them. */
const changeEntries = (tx: Database, changed: readonly QueueEntry[]) => {
  const rows = JSON.stringify(changed.map(({ id, words, state, placed }) => ({ id, words, state, placed })));
  return tx
    .updateTable('queue_entries')
    .from(
      sql<Pick<QueueEntry, 'id' | 'words' | 'state' | 'placed'>>`json_to_recordset(${rows}::json)`.as<'now'>(
        sql`now(id uuid, words text, state text, placed int)`,
      ),
    )
    .set((row) => ({
      words: row.ref('now.words'),
      state: row.ref('now.state'),
      placed: row.ref('now.placed'),
    }))
    .whereRef('queue_entries.id', '=', 'now.id')
    .execute();
};
