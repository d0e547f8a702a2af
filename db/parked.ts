import type { InferResult, Kysely } from 'kysely';
import type { MeetingId } from '#domain/ids.ts';
import type { Parked } from '#domain/meeting/parked.ts';
import type { Target } from '#domain/meeting/target.ts';
import { changedRows } from './changed-rows.ts';
import { instant, type Joined } from './joined.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export const listParked = async (db: Database, meeting: MeetingId): Promise<Parked[]> =>
  (await parkedRows(db, meeting).execute()).map(asParked);

export const parkedRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('parked')
    .select([
      'id',
      'words',
      'parked_by as by',
      'stage_id as stage',
      'target',
      'at',
      'ending',
      'ending_note',
      'ended_at',
    ])
    .where('meeting_id', '=', meeting)
    .orderBy('at')
    .orderBy('id');

export const asParked = ({
  ending,
  ending_note,
  ended_at,
  ...row
}: Joined<InferResult<ReturnType<typeof parkedRows>>[number]>): Parked => ({
  ...row,
  target: row.target as Target | null,
  at: instant(row.at),
  ending:
    ending === null || ended_at === null ? null : { how: ending, note: ending_note, at: instant(ended_at) },
});

export async function saveParked(
  tx: Database,
  meeting: MeetingId,
  before: readonly Parked[],
  after: readonly Parked[],
): Promise<void> {
  const { added, changed, removed } = changedRows(before, after);
  if (removed.length > 0) await tx.deleteFrom('parked').where('id', 'in', removed).execute();
  if (added.length > 0)
    await tx
      .insertInto('parked')
      .values(
        added.map((parked) => ({
          id: parked.id,
          meeting_id: meeting,
          words: parked.words,
          parked_by: parked.by,
          stage_id: parked.stage,
          target: parked.target === null ? null : JSON.stringify(parked.target),
          at: parked.at,
          ...endingColumns(parked),
        })),
      )
      .execute();
  for (const parked of changed)
    await tx
      .updateTable('parked')
      .set({ words: parked.words, stage_id: parked.stage, ...endingColumns(parked) })
      .where('id', '=', parked.id)
      .execute();
}

const endingColumns = ({ ending }: Parked) => ({
  ending: ending?.how ?? null,
  ending_note: ending?.note ?? '',
  ended_at: ending?.at ?? null,
});
