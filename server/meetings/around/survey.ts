import {
  insertSurveyCounts,
  listDueQuestions,
  listSurvey,
  listSurveyCounts,
  markCounted,
  replaceSurvey,
} from '#db/surveys.ts';
import { emptyBox, lockBox } from '#db/unsigned-box.ts';
import { asId, type StageId } from '#domain/ids.ts';
import {
  SURVEY_WORDS,
  type SurveyShown,
  surveyCloses,
  tallySurvey,
  USUAL_SURVEY,
} from '#domain/meeting/around/survey.ts';
import type { Meeting } from '#domain/meeting/meeting.ts';
import type { App, Database } from '../../app.ts';

/** In the transaction of the end: where nobody chose, the usual questions are asked. A meeting ended again keeps those it has. */
export async function beginSurvey(tx: Database, { random }: Pick<App, 'random'>, { id, kind }: Meeting) {
  if (kind !== 'review' || (await listSurvey(tx, id)).length > 0) return;
  await replaceSurvey(
    tx,
    id,
    USUAL_SURVEY.map((key) => ({ id: random.uuid(), key })),
  );
}

/** U2, A6: what two days have brought becomes counts, and the answers are gone. Every hour, and before a record is read. */
export async function countSurveys(app: Pick<App, 'db' | 'clock' | 'random'>): Promise<void> {
  for (const question of await listDueQuestions(app.db, app.clock.now()))
    await app.db.transaction().execute(async (tx) => {
      await lockBox(tx);
      if (!(await markCounted(tx, question))) return;
      const answers = await emptyBox(tx, asId<StageId>(question), app.random.shuffle);
      await insertSurveyCounts(tx, question, tallySurvey(answers));
    });
}

/** Null where nothing is asked: before the end, in an action session, and of meetings that ended before there were surveys. */
export async function showSurvey(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  meeting: Meeting,
): Promise<SurveyShown | null> {
  if (meeting.phase !== 'ended') return null;
  const questions = await listSurvey(db, meeting.id);
  if (questions.length === 0) return null;
  const counts = await listSurveyCounts(db, meeting.id);
  const closes = surveyCloses(meeting.endedAt);
  return {
    open: clock.now() < closes,
    closesAt: closes.toISOString(),
    questions: questions.map(({ id, key, counted }) => ({
      id,
      key,
      words: SURVEY_WORDS[key],
      counts: counted ? counts.filter(({ question }) => question === id) : null,
    })),
  };
}
