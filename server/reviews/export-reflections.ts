import type { Reflection } from '#db/reflections.ts';
import type { ExportedReview } from '#domain/export/exported-review.ts';

/** Answers under what they answer; one that was taken back keeps its place where others answered it, and nothing else. */
export function exportedReflections(all: readonly Reflection[]): ExportedReview['reflections'] {
  const answersTo = (id: string) =>
    all.filter(({ answers, takenBack }) => answers === id && !takenBack).map(said);
  return all
    .filter(({ answers }) => answers === null)
    .map((reflection) => ({ ...said(reflection), answers: answersTo(reflection.id) }))
    .filter(({ takenBack, answers }) => !takenBack || answers.length > 0);
}

const said = ({ words, authorName, takenBack }: Reflection) =>
  takenBack ? { words: '', by: '', takenBack } : { words, by: authorName ?? 'without a name' };
