import { useEffect, useRef } from 'react';
import type { StageId } from '#domain/ids.ts';

/** The block at the top of a reader's view, and how far its edge is from there, in pixels. */
interface ReadingPlace {
  block: string;
  /** The how manieth of all: where the block has been taken out since, its neighbour is near enough. */
  at: number;
  offset: number;
}

/**
 * A reader's own place in a text, kept in this tab: given back after a reload, and after the group was elsewhere. No other tab,
 * and nobody else, learns of it.
 * @returns for the element around the text
 */
export function useReadingPlace(stage: StageId) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const key = `soak.reading-place.${stage}`;
    giveBack(text.current, kept(key));
    const keep = () => {
      const place = placeIn(text.current);
      if (place) sessionStorage.setItem(key, JSON.stringify(place));
    };
    // the box scrolls on a wide screen, the page on a narrow one; neither event bubbles
    document.addEventListener('scroll', keep, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', keep, { capture: true });
  }, [stage]);
  return text;
}

function kept(key: string): ReadingPlace | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

const blocksOf = (text: HTMLElement) => [...text.querySelectorAll<HTMLElement>('[id^="block-"]')];

function placeIn(text: HTMLElement | null): ReadingPlace | null {
  if (!text) return null;
  const top = topOf(text);
  const blocks = blocksOf(text);
  const at = blocks.findIndex((block) => block.getBoundingClientRect().bottom > top + 1);
  const block = blocks[at];
  return block ? { block: block.id, at, offset: block.getBoundingClientRect().top - top } : null;
}

function giveBack(text: HTMLElement | null, place: ReadingPlace | null): void {
  if (!text) return;
  const scroller = scrollerOf(text);
  const blocks = blocksOf(text);
  const block = blocks.find(({ id }) => id === place?.block) ?? blocks[place?.at ?? -1];
  const by = place && block && block.getBoundingClientRect().top - topOf(text) - place.offset;
  const top = by === undefined || by === null ? 0 : scroller.scrollTop + by;
  scroller.scrollTo({ top, behavior: 'instant' });
}

function scrollerOf(text: HTMLElement): Element {
  const box = text.closest('.stage-scroll');
  return box && box.scrollHeight > box.clientHeight + 1 ? box : document.documentElement;
}

function topOf(text: HTMLElement): number {
  const scroller = scrollerOf(text);
  return scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
}
