import { listBrought, listNames } from '#db/brought.ts';
import { listSurvey, listSurveyCounts } from '#db/surveys.ts';
import type { ExportedMeeting } from '#domain/export/exported-review.ts';
import type { MeetingId } from '#domain/ids.ts';
import { SURVEY_WORDS, surveyWords } from '#domain/meeting/around/survey.ts';
import type { App } from '../app.ts';

/** What was brought to a meeting and asked at its end, as its record has it: nothing before it has ended, no count before all are. */
export async function exportedAround(
  { db }: Pick<App, 'db'>,
  meeting: MeetingId,
  phase: string,
): Promise<Pick<ExportedMeeting, 'brought' | 'survey'>> {
  if (phase !== 'ended') return { brought: [], survey: [] };
  const brought = await listBrought(db, meeting);
  const names = await listNames(
    db,
    brought.flatMap(({ by }) => by ?? []),
  );
  const counts = await listSurveyCounts(db, meeting);
  return {
    brought: brought.map(({ words, by, touched }) => ({
      words,
      by: by === null ? '' : (names.get(by) ?? 'a former member'),
      touched,
    })),
    survey: (await listSurvey(db, meeting))
      .filter(({ counted }) => counted)
      .map(({ id, key }) => ({
        question: SURVEY_WORDS[key],
        answers: surveyWords(counts.filter(({ question }) => question === id)),
      })),
  };
}
