import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Composed, type Composing, changed, kept, NOTHING_COMPOSED, pressed } from './composing.ts';

const THANKS_MS = 4000;

export interface ComposingUi {
  composed: Composed;
  /** A button's or a key's press. */
  press(what: Composing): void;
  /** From within the form; null puts it away. */
  compose(what: Composing | null): void;
  thank(what: Composing | null, words: string | null): void;
}

/** What this person has open for writing; thanks go by themselves after a while. */
export function useComposing(): ComposingUi {
  const [composed, set] = useState(NOTHING_COMPOSED);
  const press = useCallback((what: Composing) => set((before) => pressed(before, what)), []);
  const compose = useCallback((what: Composing | null) => set((before) => changed(before, what)), []);
  const thank = useCallback(
    (what: Composing | null, words: string | null) => set((before) => kept(before, what, words)),
    [],
  );
  useEffect(() => {
    if (composed.thanks === null) return;
    const timer = setTimeout(
      () => set((now) => (now === composed ? { ...now, thanks: null } : now)),
      THANKS_MS,
    );
    return () => clearTimeout(timer);
  }, [composed]);
  return useMemo(() => ({ composed, press, compose, thank }), [composed, press, compose, thank]);
}
