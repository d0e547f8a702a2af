import type { Generated } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';

export interface BroughtTable {
  id: string;
  meeting_id: MeetingId;
  author_id: PersonId | null;
  words: string;
  touched: Generated<boolean>;
}
export interface BroughtOpenedTable {
  meeting_id: MeetingId;
}
export interface SurveyQuestionsTable {
  id: string;
  meeting_id: MeetingId;
  position: number;
  question: string;
  counted: Generated<boolean>;
}
export interface SurveyCountsTable {
  question_id: string;
  choice: string;
  count: number | null;
}
export interface LookBacksTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  helped: Generated<string>;
  change: Generated<string>;
}

/** Before and after a meeting. */
export interface AroundSchema {
  brought: BroughtTable;
  brought_opened: BroughtOpenedTable;
  survey_questions: SurveyQuestionsTable;
  survey_counts: SurveyCountsTable;
  look_backs: LookBacksTable;
}
