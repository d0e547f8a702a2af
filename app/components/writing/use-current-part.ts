import { useEffect, useState } from 'react';

const READING_LINE = '-20% 0px -75% 0px';

/** The id of the part being read: the last one that has passed the upper fifth of the window. Null before and without scripts. */
export function useCurrentPart(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const all = ids.join(' ');
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) setCurrent(target.id);
      },
      { rootMargin: READING_LINE },
    );
    for (const id of all.split(' ').filter(Boolean)) {
      const part = document.getElementById(id);
      if (part) watch.observe(part);
    }
    return () => watch.disconnect();
  }, [all]);
  return current;
}
