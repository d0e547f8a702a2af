import { useCallback, useEffect, useState } from 'react';

/**
 * Words that are typed and not kept anywhere else yet, in this tab alone and for one person: nothing typed is lost by leaving a page.
 * @param name says the person, so that another who signs in here finds nothing of it
 * @returns null: nothing was typed
 */
export function useTabWords(name: string): [string | null, (words: string | null) => void] {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => setWords(readTabWords(name)), [name]);
  const type = useCallback(
    (next: string | null) => {
      setWords(next);
      writeTabWords(name, next);
    },
    [name],
  );
  return [words, type];
}

export function readTabWords(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeTabWords(name: string, words: string | null): void {
  try {
    if (words === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, words);
  } catch {
    // full, or switched off: a reload forgets it
  }
}
