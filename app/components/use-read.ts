import { useEffect } from 'react';

const READ_MS = 20_000;
const LOOKED_AT_EVERY_MS = 1000;

/** R1: tells once that this review's page was visible for 20 s, added up. A page in the background counts for nothing. */
export function useRead(review: string): void {
  useEffect(() => {
    let visibleMs = 0;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      visibleMs += LOOKED_AT_EVERY_MS;
      if (visibleMs < READ_MS) return;
      clearInterval(timer);
      // a count that does not arrive is nothing anybody waits for
      void fetch(`/reviews/${review}/read`, { method: 'POST' }).catch(() => {});
    }, LOOKED_AT_EVERY_MS);
    return () => clearInterval(timer);
  }, [review]);
}
