import { useEffect, useLayoutEffect, useRef } from 'react';

/** From the size that reads across a room down to the smallest a wall may have (28 of 1080 lines). */
const SIZES = [78, 68, 60, 52, 46, 40, 36, 32, 28];

/** Sets `--fit` to the largest size at which everything fits, and `data-cut` where even the smallest leaves something below. */
export function useFit(content: string) {
  const box = useRef<HTMLDivElement>(null);
  useSoon(() => fit(box.current), [content]);
  useEffect(() => {
    if (!box.current) return;
    const watched = new ResizeObserver(() => fit(box.current));
    watched.observe(box.current);
    const again = () => fit(box.current);
    // a picture has no height before it has come, and a face no width
    box.current.addEventListener('load', again, true);
    void document.fonts?.ready.then(again);
    return () => watched.disconnect();
  }, []);
  return box;
}

const useSoon = typeof document === 'undefined' ? useEffect : useLayoutEffect;

function fit(box: HTMLDivElement | null) {
  const inner = box?.firstElementChild;
  if (!box || !inner) return;
  for (const size of SIZES) {
    box.style.setProperty('--fit', String(size));
    if (inner.scrollHeight <= box.clientHeight) break;
  }
  box.toggleAttribute('data-cut', inner.scrollHeight > box.clientHeight + 2);
}
