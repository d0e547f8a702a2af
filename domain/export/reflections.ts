import type { ExportedReview } from './exported-review.ts';
import { esc, lines } from './html-words.ts';
import { plain, quoted } from './markdown-words.ts';

type Reflection = ExportedReview['reflections'][number];

const TAKEN_BACK = 'Taken back by whoever wrote it.';

/** What stayed with people, each with what was answered under it. */
export const reflectionsInMarkdown = (reflections: readonly Reflection[]): string =>
  reflections
    .map((reflection) => [saidInMarkdown(reflection), ...(reflection.answers ?? []).map(quotedAnswer)])
    .map((said) => quoted(said.join('\n\n')))
    .join('\n\n');

const saidInMarkdown = ({ words, by, takenBack }: Reflection) =>
  takenBack ? TAKEN_BACK : `${plain(words)}\n\n${plain(by)}`;
const quotedAnswer = (answer: Reflection) => quoted(saidInMarkdown(answer));

export const reflectionInHtml = (reflection: Reflection): string => {
  const answers = (reflection.answers ?? []).map((answer) => `<li>${saidInHtml(answer)}</li>`).join('');
  return `${saidInHtml(reflection)}${answers && `<ul>${answers}</ul>`}`;
};

const saidInHtml = ({ words, by, takenBack }: Reflection) =>
  takenBack ? TAKEN_BACK : `${lines(words)} <i>${esc(by)}</i>`;
