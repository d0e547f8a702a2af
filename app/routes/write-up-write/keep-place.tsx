import { type RefObject, useLayoutEffect, useRef } from 'react';

const MARKS = '[id^="section-"], [id^="finding-"], [id^="moment-"]';
/** Where links come to rest below the bars (`base.css`). */
const RESTS_AT = 112;
const FOR_MS = 1500;
/** From here on it is the person's own hand that moves the page. */
const BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** What somebody looked at when reading gave way to the editor: an element's id, and where it stood in the window. */
export interface Place {
  id: string;
  top: number;
}
type PlaceRef = RefObject<Place | null>;

/**
 * Stands first in the reading view, so that at its end all of that is still there, and notes what was being looked at; nothing where
 * the page had not been moved.
 */
export function NotePlace({ place }: { place: PlaceRef }) {
  const here = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const article = here.current?.closest('.writing');
    return () => {
      place.current = window.scrollY > 0 && article ? placeIn(article) : null;
    };
  }, [place]);
  return <span hidden ref={here} />;
}

/**
 * Stands in the editor, which takes more room for the same words: what was being looked at is put back where it stood, and again
 * while entries grow to their size, until the person moves the page. On a phone a link to a moment was thousands of pixels off.
 */
export function KeepPlace({ place }: { place: PlaceRef }) {
  const here = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const kept = place.current;
    place.current = null;
    if (kept) putBack(kept);
    const article = here.current?.closest('.writing');
    if (!kept || !article) return;
    const grown = new ResizeObserver(() => putBack(kept));
    grown.observe(article);
    const stop = () => {
      grown.disconnect();
      clearTimeout(late);
      for (const hand of BY_HAND) removeEventListener(hand, stop);
    };
    const late = setTimeout(stop, FOR_MS);
    for (const hand of BY_HAND) addEventListener(hand, stop, { passive: true });
    return stop;
  }, [place]);
  return <span hidden ref={here} />;
}

function placeIn(article: Element): Place | null {
  const linked = document.getElementById(location.hash.slice(1));
  if (linked && article.contains(linked) && isInWindow(linked)) return { id: linked.id, top: topOf(linked) };
  let nearest: Place | null = null;
  for (const mark of article.querySelectorAll(MARKS)) {
    const top = topOf(mark);
    if (nearest === null || Math.abs(top - RESTS_AT) < Math.abs(nearest.top - RESTS_AT))
      nearest = { id: mark.id, top };
  }
  return nearest;
}

function putBack({ id, top }: Place): void {
  const mark = document.getElementById(id);
  if (mark) window.scrollBy({ top: topOf(mark) - top, behavior: 'instant' });
}

const topOf = (element: Element) => element.getBoundingClientRect().top;
const isInWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};
