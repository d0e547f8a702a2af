import { type ReactNode, useLayoutEffect, useRef } from 'react';

const WRITABLE = '[contenteditable="true"], textarea, input';

/**
 * Around what goes away once it has helped: whoever is in it then goes on where they wrote last, or at the page's heading where
 * they had not written. Otherwise the keyboard would be nowhere.
 */
export function GoesOnWriting({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const here = place.current;
    let wrote = writableOf(document.activeElement);
    const follow = (event: FocusEvent) => {
      wrote = writableOf(event.target) ?? wrote;
    };
    document.addEventListener('focusin', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      // before it is taken out of the page: afterwards nobody could tell
      if (here?.contains(document.activeElement)) (wrote?.isConnected ? wrote : heading())?.focus();
    };
  }, []);
  return <span ref={place}>{children}</span>;
}

const writableOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(WRITABLE) : null;

function heading(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>('h1');
  if (found && !found.isContentEditable) found.tabIndex = -1;
  return found;
}
