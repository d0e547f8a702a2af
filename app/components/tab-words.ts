import { useCallback, useEffect, useState } from 'react';

/**
 * Words that are typed and not kept anywhere else yet, in this tab alone and for one person: nothing typed is lost by leaving a page.
 * @param name `soak.<what>:<person>:<of what>`: another who signs in here finds nothing of it, and signing out removes it (`tab-drafts.ts`)
 * @returns null: nothing was typed; what types; what opens words for changing, which wait here once they are typed in
 */
export function useTabWords(
  name: string,
): [string | null, (words: string | null) => void, (words: string) => void] {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => setWords(readTabWords(name)), [name]);
  const type = useCallback(
    (next: string | null) => {
      setWords(next);
      writeTabWords(name, next);
    },
    [name],
  );
  return [words, type, setWords];
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
