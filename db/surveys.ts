import type { Kysely } from 'kysely';
import type { MeetingId } from '#domain/ids.ts';
import { isSurveyKey, SURVEY_HOURS, type SurveyKey } from '#domain/meeting/around/survey.ts';
import type { PollCount } from '#domain/meeting/inputs.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface SurveyQuestion {
  id: string;
  key: SurveyKey;
  counted: boolean;
}

export const listSurvey = async (db: Database, meeting: MeetingId): Promise<SurveyQuestion[]> =>
  (
    await db
      .selectFrom('survey_questions')
      .select(['id', 'question', 'counted'])
      .where('meeting_id', '=', meeting)
      .orderBy('position')
      .execute()
  ).flatMap(({ id, question, counted }) => (isSurveyKey(question) ? [{ id, key: question, counted }] : []));

/** The questions a meeting asks, in this order. Nothing has been answered yet. */
export async function replaceSurvey(
  tx: Database,
  meeting: MeetingId,
  questions: readonly { id: string; key: SurveyKey }[],
): Promise<void> {
  await tx.deleteFrom('survey_questions').where('meeting_id', '=', meeting).execute();
  if (questions.length === 0) return;
  await tx
    .insertInto('survey_questions')
    .values(questions.map(({ id, key }, position) => ({ id, meeting_id: meeting, position, question: key })))
    .execute();
}

export const listSurveyCounts = (
  db: Database,
  meeting: MeetingId,
): Promise<(PollCount & { question: string })[]> =>
  db
    .selectFrom('survey_counts')
    .innerJoin('survey_questions', 'survey_questions.id', 'survey_counts.question_id')
    .select(['question_id as question', 'choice', 'count'])
    .where('meeting_id', '=', meeting)
    .execute();

/** Questions whose two days are over and which nobody has counted yet. */
export const listDueQuestions = async (db: Database, now: Date): Promise<string[]> =>
  (
    await db
      .selectFrom('survey_questions')
      .innerJoin('meetings', 'meetings.id', 'survey_questions.meeting_id')
      .select('survey_questions.id')
      .where('counted', '=', false)
      .where('phase', '=', 'ended')
      .where('ended_at', '<=', new Date(now.getTime() - SURVEY_HOURS * 3_600_000))
      .execute()
  ).map(({ id }) => id);

/** False where somebody else has counted it meanwhile. */
export async function markCounted(tx: Database, question: string): Promise<boolean> {
  const done = await tx
    .updateTable('survey_questions')
    .set({ counted: true })
    .where('id', '=', question)
    .where('counted', '=', false)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function insertSurveyCounts(
  tx: Database,
  question: string,
  counts: readonly PollCount[],
): Promise<void> {
  if (counts.length === 0) return;
  await tx
    .insertInto('survey_counts')
    .values(counts.map((count) => ({ question_id: question, ...count })))
    .execute();
}
