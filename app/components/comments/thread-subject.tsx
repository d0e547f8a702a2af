import type { ShownThread } from '#domain/comments/thread.ts';

/** What a thread is about, in words; that its words were taken out or changed since is said, and the thread stays (K6). */
export function ThreadSubject({ thread, always = false }: { thread: ShownThread; always?: boolean }) {
  const said = subjectOf(thread);
  if (said === null && !always) return null;
  return <p className="gone">{said ?? `on “${brief(thread.quote)}”`}</p>;
}

function subjectOf({ about, at, quote }: ShownThread): string | null {
  // D14: then it quotes nothing
  if (at === null && quote === '')
    return about === 'words' ? 'on words since erased' : `on a ${about} since erased`;
  if (about === 'words') {
    if (at === null) return `on words since taken out: “${brief(quote)}”`;
    return at.changed ? `on words since changed: “${brief(quote)}”` : null;
  }
  if (at === null) return `on a ${about} since taken out: ${brief(quote)}`;
  return about === 'picture' ? `on the picture “${brief(quote)}”` : `on this ${about}`;
}

const MOST = 120;

const brief = (words: string) => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line;
};
