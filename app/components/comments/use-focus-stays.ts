import { type RefObject, useLayoutEffect, useRef } from 'react';
import { giveFocus } from './give-focus.ts';

/** Where the note that has the focus goes, it is given to the next one; where there is none, to what opens the list. */
export function useFocusStays(
  frame: RefObject<HTMLElement | null>,
  keys: string,
): { onFocus(): void; onBlur(): void } {
  const at = useRef<number | null>(null);
  const notes = () => [...(frame.current?.children ?? [])];
  useLayoutEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const next = notes()[at.current] ?? notes().at(-1);
    const element = next?.querySelector('article') ?? document.querySelector('.comments-door a');
    at.current = null;
    if (element instanceof HTMLElement) giveFocus(element);
  }, [keys]);
  return {
    onFocus: () => {
      at.current = notes().findIndex((note) => note.contains(document.activeElement));
    },
    // React says nothing of the blur of what it takes away itself
    onBlur: () => {
      at.current = null;
    },
  };
}
