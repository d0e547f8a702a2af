import type { CommentsNow, ShownThread } from '#domain/comments/thread.ts';

/** A form that somebody has open in a thread, in the margin and in the list alike. */
export interface OpenForm {
  /** As its draft is named. */
  what: string;
  thread: string;
  /** Whether its thread was resolved when it was opened. */
  resolved: boolean;
}

export const answerTo = (thread: string): string => `answer ${thread}`;
export const rewordingOf = (comment: string): string => `reword ${comment}`;

/** A thread stays among the open ones, or the resolved, as long as somebody writes in it: the field does not move away under their hands. */
export function standsOpen(
  { id, resolved }: Pick<ShownThread, 'id' | 'resolved'>,
  forms: readonly OpenForm[],
): boolean {
  const form = forms.find(({ thread }) => thread === id);
  return form ? !form.resolved : resolved === null;
}

/** Forms whose thread is gone: taken back by whoever wrote it, or erased. */
export const homeless = (forms: readonly OpenForm[], { threads }: Pick<CommentsNow, 'threads'>): OpenForm[] =>
  forms.filter((form) => !threads.some(({ id }) => id === form.thread));
