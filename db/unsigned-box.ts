import { type Kysely, sql } from 'kysely';
import type { StageId } from '#domain/ids.ts';
import { REOPEN_HOURS } from '#domain/meeting/meeting.ts';
import type { Schema } from './schema.ts';

/**
 * U1: what came in without a name, until it is shown or counted. No row here is ever added, changed or removed alone: each time all
 * of them are written anew, shuffled, in one statement, and the file they lay in before is thrown away (`truncate`). So neither
 * `xmin`, nor where a row lies, nor a dead row tells which came when; only the database's journal (WAL) could, until it is recycled.
 */
type Database = Kysely<Schema>;

interface Put {
  id: string;
  stage: StageId;
  words: string;
}
type Shuffle = <T>(items: readonly T[]) => T[];

/** Nothing else gets at the box until this transaction ends; what is read after it is as the last one left it. */
export const lockBox = (tx: Database) => sql`lock table unsigned_box in access exclusive mode`.execute(tx);

/** @param tx holds `lockBox` */
export const listBox = (tx: Database, stage: StageId): Promise<Put[]> =>
  tx
    .selectFrom('unsigned_box')
    .select(['id', 'stage_id as stage', 'words'])
    .where('stage_id', '=', stage)
    .execute();

/** How many have come in. Never shown: see `fewCameIn` and the 30 s of `read-inputs.ts`. */
export const countBox = async (db: Database, stage: StageId): Promise<number> => {
  const { count } = await db
    .selectFrom('unsigned_box')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('stage_id', '=', stage)
    .executeTakeFirstOrThrow();
  return count;
};

/** What goes in or is taken back. An id that is in adds nothing; it is known to the tab that chose it, and to nobody else. */
export type BoxChange = { put: Put } | { takenBack: Pick<Put, 'id' | 'stage'> };

/** All of these in one rewriting: which of them came first, nothing tells. */
export const changeBox = (tx: Database, changes: readonly BoxChange[], shuffle: Shuffle) =>
  rewrite(tx, shuffle, (all) => changes.reduce(withChange, all));

function withChange(all: readonly Put[], change: BoxChange): readonly Put[] {
  if ('put' in change) return all.some(({ id }) => id === change.put.id) ? all : [...all, change.put];
  const { id, stage } = change.takenBack;
  return all.filter((put) => put.id !== id || put.stage !== stage);
}

export const putIntoBox = (tx: Database, put: Put, shuffle: Shuffle) => changeBox(tx, [{ put }], shuffle);

export const takeBackFromBox = (tx: Database, takenBack: Pick<Put, 'id' | 'stage'>, shuffle: Shuffle) =>
  changeBox(tx, [{ takenBack }], shuffle);

/** Takes what a stage holds out of the box, in random order, for showing or counting. */
export async function emptyBox(tx: Database, stage: StageId, shuffle: Shuffle): Promise<string[]> {
  await lockBox(tx);
  const taken = await listBox(tx, stage);
  await rewrite(tx, shuffle, (all) => all.filter((put) => put.stage !== stage));
  return shuffle(taken.map(({ words }) => words));
}

async function rewrite(
  tx: Database,
  shuffle: Shuffle,
  change: (all: readonly Put[]) => readonly Put[],
): Promise<void> {
  await lockBox(tx);
  const all = await tx.selectFrom('unsigned_box').select(['id', 'stage_id as stage', 'words']).execute();
  const next = shuffle(change(all));
  await sql`truncate unsigned_box`.execute(tx);
  if (next.length === 0) return;
  await tx
    .insertInto('unsigned_box')
    .values(next.map(({ id, stage, words }) => ({ id, stage_id: stage, words })))
    .execute();
}

/**
 * What nobody can be shown any more is gone: boxes of stages that are no more, and of meetings that ended before they could last be
 * reopened or were cancelled; answers of surveys that are counted. Without such a one nothing is written.
 */
export async function forgetBoxes(db: Database, now: Date, shuffle: Shuffle): Promise<void> {
  const endedBefore = new Date(now.getTime() - REOPEN_HOURS * 3_600_000);
  const kept = db
    .selectFrom('meeting_stages')
    .innerJoin('meetings', 'meetings.id', 'meeting_stages.meeting_id')
    .select('meeting_stages.id')
    .where((is) => is.or([is('phase', '!=', 'ended'), is('ended_at', '>=', endedBefore)]))
    // what came before a meeting stands under its own id, an answer to a survey under the question's
    .union(
      db
        .selectFrom('meetings')
        .select(sql<StageId>`id`.as('id'))
        .where('phase', '!=', 'cancelled')
        .where((is) => is.or([is('phase', '!=', 'ended'), is('ended_at', '>=', endedBefore)])),
    )
    .union(db.selectFrom('survey_questions').select(sql<StageId>`id`.as('id')).where('counted', '=', false));
  // a review's own box holds reflections until its ideas are opened
  const soaking = db.selectFrom('reviews').select('reviews.id').where('done_at', 'is', null);
  const over = (tx: Database) =>
    tx
      .selectFrom('unsigned_box')
      .select('stage_id as stage')
      .where('stage_id', 'not in', kept)
      .where(sql<string>`stage_id`, 'not in', soaking)
      .execute();
  if ((await over(db)).length === 0) return;
  await db.transaction().execute(async (tx) => {
    await lockBox(tx);
    const gone = new Set((await over(tx)).map(({ stage }) => stage));
    await rewrite(tx, shuffle, (all) => all.filter(({ stage }) => !gone.has(stage)));
  });
}
