import type { ExportedOutcome } from './exported-review.ts';

/** Where an idea stood among the others, and the finding it answers, as sentences both exports use. */
export const aboutIdea = (
  { group = '', answers = '' }: Pick<ExportedOutcome['ideas'][number], 'group' | 'answers'>,
  plain: (words: string) => string,
): string =>
  [group && `Put under “${plain(group)}”`, answers && `Answers “${plain(answers)}”`]
    .filter(Boolean)
    .join('. ');
