import { countWord, FEW, FEW_CONFIDENT, type PollCount } from '../inputs.ts';

/** What can be asked at the end. Names of rows: a sentence may be worded anew, a key never changes its sense. */
export const SURVEY_WORDS = {
  learned: 'I learned something here that I did not know',
  inside: 'I understand better how it looked to those who were in it',
  heard: 'What I wanted to say was heard',
  worth: 'It was worth my time',
  again: 'I would come to one like this again',
} as const;
export type SurveyKey = keyof typeof SURVEY_WORDS;
export const SURVEY_KEYS = Object.keys(SURVEY_WORDS) as [SurveyKey, ...SurveyKey[]];

/** Asked where nobody chose. */
export const USUAL_SURVEY: readonly SurveyKey[] = ['learned', 'heard', 'worth'];
export const SURVEY_LEAST = 2;
export const SURVEY_MOST = 4;

export const SURVEY_CHOICES = [
  { choice: 'yes', words: 'Yes' },
  { choice: 'partly', words: 'Partly' },
  { choice: 'no', words: 'No' },
] as const;
export type SurveyChoice = (typeof SURVEY_CHOICES)[number]['choice'];

export const SURVEY_HOURS = 48;

export const isSurveyKey = (key: string): key is SurveyKey => Object.hasOwn(SURVEY_WORDS, key);

/** Until when it is answered, and from when on it is counted (U2). */
export const surveyCloses = (endedAt: Date): Date => new Date(endedAt.getTime() + SURVEY_HOURS * 3_600_000);

/**
 * A question's counts as they may be known to anyone, the database included (A6): none from fewer than five answers, one or two of a
 * kind without their number, and no sum to subtract from.
 */
export function tallySurvey(answers: readonly string[]): PollCount[] {
  const counted = answers.filter((answer) => SURVEY_CHOICES.some(({ choice }) => choice === answer));
  if (counted.length < FEW_CONFIDENT) return [];
  return SURVEY_CHOICES.map(({ choice }) => {
    const count = counted.filter((answer) => answer === choice).length;
    return { choice, count: count > 0 && count < FEW ? null : count };
  });
}

/** "Yes: 4; Partly: nobody; No: one or two." */
export function surveyWords(counts: readonly PollCount[]): string {
  if (counts.length === 0) return 'Too few answers were kept to show counts.';
  const said = SURVEY_CHOICES.map(
    ({ choice, words }) =>
      `${words}: ${countWord(counts.find((one) => one.choice === choice)?.count ?? null)}`,
  );
  return `${said.join('; ')}.`;
}

/** A meeting's survey as everyone who may read its record sees it. */
export interface SurveyShown {
  /** Answers are taken now; where they are not, they will be counted or have been. */
  open: boolean;
  /** ISO; null until the meeting has ended. */
  closesAt: string | null;
  questions: readonly {
    id: string;
    key: SurveyKey;
    words: string;
    /** Null until it is counted; empty: too few answered. */
    counts: readonly PollCount[] | null;
  }[];
}
