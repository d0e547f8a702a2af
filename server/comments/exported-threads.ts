import { type CommentsNow, openFirst, type ShownThread } from '#domain/comments/thread.ts';
import type { ExportedThread } from '#domain/export/exported-review.ts';

/** Threads as an exported review holds them; what was taken back is not in them. */
export const exportedThreads = ({ threads }: CommentsNow): ExportedThread[] =>
  openFirst(threads).map((thread) => ({
    about: aboutWords(thread),
    quote: thread.quote,
    resolvedBy: thread.resolved?.by ?? null,
    comments: thread.comments
      .filter(({ removed }) => !removed)
      .map(({ words, author, writtenAt }) => ({ words, by: author.name, at: writtenAt })),
  }));

function aboutWords({ about, at, quote }: ShownThread): string {
  if (at === null && quote === '')
    return about === 'words' ? 'On words since erased' : `On a ${about} since erased`;
  if (at === null) return about === 'words' ? 'On words since taken out' : `On a ${about} since taken out`;
  if (about !== 'words') return `On the ${about}`;
  return at.changed ? `On words since changed, in “${at.name}”` : `On words in “${at.name}”`;
}
