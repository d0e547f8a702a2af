import { useEffect, useRef } from 'react';
import type { ShownThread } from '#domain/comments/thread.ts';
import { useComments } from './use-comments.tsx';

/** So long in front of somebody counts as seen. */
const LOOKED_AT_MS = 1200;

/** Reports a thread's new comments once they have stood on the screen for a moment (K7). */
export function useSeen(thread: ShownThread): React.RefObject<HTMLElement | null> {
  const feed = useComments();
  const frame = useRef<HTMLElement>(null);
  const unseen = thread.comments
    .filter(({ isNew }) => isNew)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const note = frame.current;
    if (!note || unseen === '') return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const watch = new IntersectionObserver(([entry]) => {
      if (timer) clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => feed.see(unseen.split(' ')), LOOKED_AT_MS);
    });
    watch.observe(note);
    return () => {
      watch.disconnect();
      if (timer) clearTimeout(timer);
    };
  }, [feed, unseen]);
  return frame;
}
