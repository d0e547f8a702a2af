import { useCallback, useEffect, useRef, useState } from 'react';

const ARMED_MS = 3000;

/**
 * A button whose first press arms and whose second, within 3 s, acts: nobody advances a room by accident.
 * @param about what it was armed for; once that has changed, by whomever, the next press arms again
 */
export function useArmed(
  act: () => void,
  about: string | null | undefined = null,
): { armed: boolean; press: () => void } {
  const [armed, setArmed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setArmed(false), [about]);
  const press = useCallback(() => {
    clearTimeout(timer.current);
    if (armed) {
      setArmed(false);
      act();
      return;
    }
    setArmed(true);
    timer.current = setTimeout(() => setArmed(false), ARMED_MS);
  }, [armed, act]);
  return { armed, press };
}
