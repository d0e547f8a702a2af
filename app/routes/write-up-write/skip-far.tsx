import { useEffect, useRef } from 'react';

const AFTER_MS = 1000;

/**
 * From now on entries far from the window are skipped (`write-up-write.css`). Not from the start: each is laid out once, so that
 * its height is known, and a link to a moment or a page opened again stands where it stood.
 */
export function SkipFar() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const article = here.current?.closest('.writing');
    const timer = setTimeout(() => article?.setAttribute('data-laid-out', ''), AFTER_MS);
    return () => {
      clearTimeout(timer);
      article?.removeAttribute('data-laid-out');
    };
  }, []);
  return <span hidden ref={here} />;
}
