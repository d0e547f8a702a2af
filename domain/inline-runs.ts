import type { Inline, Mark } from '#domain/write-up.ts';

const ORDER: readonly Mark['type'][] = ['link', 'bold', 'italic', 'strike', 'code'];

/** The same words with marks in one order, equal neighbours joined and empty runs gone: one spelling for one meaning. */
export function tidyRuns(runs: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const marks = orderedMarks(run.marks ?? []);
    const last = tidy.at(-1);
    if (last && sameMarks(last.marks ?? [], marks)) last.text += run.text;
    else tidy.push(marks.length > 0 ? { text: run.text, marks } : { text: run.text });
  }
  return tidy;
}

export const runsText = (runs: readonly Inline[]): string => runs.map((run) => run.text).join('');

function orderedMarks(marks: readonly Mark[]): Mark[] {
  return ORDER.flatMap((type) => marks.find((mark) => mark.type === type) ?? []);
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, at) => markKey(mark) === markKey(other[at]));
}

const markKey = (mark: Mark | undefined) => (mark?.type === 'link' ? `link ${mark.href}` : mark?.type);
