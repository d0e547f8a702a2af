import type { InferResult, Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { MeetingId, StageId } from '#domain/ids.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import type { Stage } from '#domain/meeting/stage.ts';
import type { Target } from '#domain/meeting/target.ts';
import { changedRows } from './changed-rows.ts';
import { instantOrNull, type Joined } from './joined.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** In the agenda's order; without the private notes, which only their own query gives. */
export const listStages = async (db: Database, meeting: MeetingId): Promise<Stage[]> =>
  (await stageRows(db, meeting).execute()).map(asStage);

export const stageRows = (db: Database, meeting: MeetingId) =>
  db
    .selectFrom('meeting_stages')
    .select([
      'id',
      'kind',
      'title',
      'minutes',
      'prompt',
      'targets',
      'teller_id as teller',
      'reached_at as reachedAt',
      'spent_ms as spentMs',
      'remaining_ms as remainingMs',
      'opened',
    ])
    .where('meeting_id', '=', meeting)
    .orderBy('position')
    .orderBy('id');

export const asStage = (row: Joined<InferResult<ReturnType<typeof stageRows>>[number]>): Stage => ({
  ...row,
  targets: row.targets as Target[],
  reachedAt: instantOrNull(row.reachedAt),
});

/** The stages with the phase of their meeting; null where there is none. */
export const findAgenda = async (
  db: Database,
  meeting: MeetingId,
): Promise<{ stages: Stage[]; phase: MeetingPhase } | null> => {
  const row = await db
    .selectFrom('meetings')
    .select(['phase', jsonArrayFrom(stageRows(db, meeting)).as('stages')])
    .where('id', '=', meeting)
    .executeTakeFirst();
  return row === undefined ? null : { phase: row.phase, stages: row.stages.map(asStage) };
};

/** On whose agenda these stages are, for those that are on one. */
export const listMeetingsOf = async (
  db: Database,
  stages: readonly string[],
): Promise<Map<string, MeetingId>> => {
  const rows = await db
    .selectFrom('meeting_stages')
    .select(['id', 'meeting_id'])
    .where('id', 'in', stages as readonly StageId[])
    .execute();
  return new Map(rows.map(({ id, meeting_id }) => [id, meeting_id]));
};

/** P6: facilitators alone may be given these. */
export const listStageNotes = async (db: Database, meeting: MeetingId): Promise<Record<StageId, string>> => {
  const rows = await db
    .selectFrom('meeting_stages')
    .select(['id', 'notes'])
    .where('meeting_id', '=', meeting)
    .where('notes', '!=', '')
    .execute();
  return Object.fromEntries(rows.map(({ id, notes }) => [id, notes]));
};

export async function saveStages(
  tx: Database,
  meeting: MeetingId,
  before: readonly Stage[],
  after: readonly Stage[],
): Promise<void> {
  const { added, changed, removed } = changedRows(before, after);
  const position = (stage: Stage) => after.indexOf(stage);
  if (removed.length > 0)
    await tx
      .deleteFrom('meeting_stages')
      .where('id', 'in', removed as StageId[])
      .execute();
  if (added.length > 0)
    await tx
      .insertInto('meeting_stages')
      .values(
        added.map((stage) => ({ id: stage.id, meeting_id: meeting, ...columns(stage, position(stage)) })),
      )
      .execute();
  const moved = after.filter((stage, at) => before.indexOf(stage) !== -1 && before.indexOf(stage) !== at);
  for (const stage of [...changed, ...moved])
    await tx
      .updateTable('meeting_stages')
      .set(columns(stage, position(stage)))
      .where('id', '=', stage.id)
      .execute();
}

const columns = (stage: Stage, position: number) => ({
  position,
  kind: stage.kind,
  title: stage.title,
  minutes: stage.minutes,
  prompt: stage.prompt,
  targets: JSON.stringify(stage.targets),
  teller_id: stage.teller,
  reached_at: stage.reachedAt,
  spent_ms: Math.round(stage.spentMs),
  remaining_ms: stage.remainingMs === null ? null : Math.round(stage.remainingMs),
  opened: stage.opened,
});

export async function saveStageNotes(
  tx: Database,
  meeting: MeetingId,
  notes: ReadonlyMap<StageId, string>,
): Promise<void> {
  for (const [id, words] of notes)
    await tx
      .updateTable('meeting_stages')
      .set({ notes: words })
      .where('id', '=', id)
      .where('meeting_id', '=', meeting)
      .execute();
}
