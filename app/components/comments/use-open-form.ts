import { useLayoutEffect, useRef } from 'react';
import type { ShownThread } from '#domain/comments/thread.ts';
import { useComments, useValue } from './use-comments.tsx';

/**
 * Whether this form is open, wherever on the page its thread stands; and how it is opened and closed.
 * @returns `opener`: for the button that opens it, which has the focus again once it is closed
 */
export function useOpenForm(what: string, { id, resolved }: Pick<ShownThread, 'id' | 'resolved'>) {
  const feed = useComments();
  const forms = useValue(feed.forms);
  const isOpen = forms.some((form) => form.what === what);
  const opener = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);
  useLayoutEffect(() => {
    if (isOpen || !goesBack.current) return;
    goesBack.current = false;
    opener.current?.focus({ preventScroll: true });
  }, [isOpen]);
  return {
    isOpen,
    opener,
    open: () => feed.openForm({ what, thread: id, resolved: resolved !== null }),
    close: (hadFocus: boolean) => {
      goesBack.current = hadFocus;
      feed.closeForm(what);
    },
  };
}
