import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFocusStays } from './use-focus-stays.ts';

/** Something in the margin that belongs beside something in the text. */
export interface MarginNote {
  key: string;
  /** Pixels from the top of the page; null where it has no place in the text: it comes last. Asked whenever notes are laid out. */
  top(): number | null;
  content: ReactNode;
}

const APART = 18;

/**
 * Notes level with their words, pushed down where they would overlap. Without scripts, and where there is no margin, they stand one
 * under the other. `stamp` changes whenever the text may have moved.
 */
export function MarginNotes({ notes, stamp }: { notes: readonly MarginNote[]; stamp: unknown }) {
  const frame = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<{ tops: Record<string, number>; height: number } | null>(null);
  const current = useRef(notes);
  current.current = notes;
  const layOut = useCallback(() => {
    if (frame.current) setPlaces((before) => unlessSame(before, placesOf(frame.current, current.current)));
  }, []);
  const keys = notes.map(({ key }) => key).join(' ');
  useLayoutEffect(layOut, [layOut, keys, stamp]);
  useRelayout(frame, layOut, keys);
  const focused = useFocusStays(frame, keys);
  return (
    <div
      ref={frame}
      {...focused}
      className={places ? 'margin-notes placed' : 'margin-notes'}
      style={places ? ({ '--height': `${places.height}px` } as React.CSSProperties) : undefined}
    >
      {notes.map(({ key, content }) => (
        <div key={key} data-margin={key} style={places ? { top: places.tops[key] ?? 0 } : undefined}>
          {content}
        </div>
      ))}
    </div>
  );
}

function placesOf(frame: HTMLElement | null, notes: readonly MarginNote[]) {
  const origin = (frame?.getBoundingClientRect().top ?? 0) + scrollY;
  const wanted = notes
    .map(({ key, top }) => ({ key, top: top() ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.top - other.top || 0);
  const tops: Record<string, number> = {};
  let free = 0;
  for (const { key, top } of wanted) {
    const note = frame?.querySelector(`[data-margin="${CSS.escape(key)}"]`);
    const at = Number.isFinite(top) ? Math.max(top - origin, free) : free;
    tops[key] = at;
    free = at + (note?.getBoundingClientRect().height ?? 0) + APART;
  }
  return { tops, height: free };
}

const unlessSame = <Places,>(before: Places | null, after: Places): Places =>
  before && JSON.stringify(before) === JSON.stringify(after) ? before : after;

/** The text grows, a note grows, the window changes, a font arrives. */
function useRelayout(frame: React.RefObject<HTMLElement | null>, layOut: () => void, keys: string): void {
  useEffect(() => {
    let asked = 0;
    const soon = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(layOut);
    };
    const watch = new ResizeObserver(soon);
    const main = document.getElementById('main');
    if (main) watch.observe(main);
    for (const note of frame.current?.children ?? []) watch.observe(note);
    void document.fonts?.ready.then(soon);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(asked);
    };
  }, [frame, layOut, keys]);
}
