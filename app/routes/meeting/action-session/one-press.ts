import { useRef } from 'react';

/** One press at a time: an impatient second one, before the first is answered, is the same press. */
export function useOnePress(): (press: () => Promise<unknown>) => Promise<void> {
  const isGoing = useRef(false);
  return async (press) => {
    if (isGoing.current) return;
    isGoing.current = true;
    try {
      await press();
    } finally {
      isGoing.current = false;
    }
  };
}
