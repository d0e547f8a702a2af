import { useEffect, useState } from 'react';
import { useRoom } from '../room-context.ts';
import { forgetDraft, readDraft, writeDraft } from './kept-draft.ts';

interface Draft<T> {
  draft: T;
  change(part: Partial<T>): void;
  /** It was kept where everyone sees it: nothing waits any more. */
  forget(): void;
}

/**
 * What this person writes here and has not kept, one for each `what`. Stays in this tab through going away, coming back and a reload.
 * @param base what it is written upon; a draft upon something else is left aside
 */
export function useDraft<T extends { [Key in keyof T]: string }>(
  what: string,
  base: string,
  empty: T,
): Draft<T> {
  const waiting = `${useRoom().own.actor.id}:${what}`;
  const [draft, setDraft] = useState(empty);
  // the page as the server made it knows of no draft; `empty` says the same for the same base
  useEffect(() => setDraft(readDraft(sessionStorage, waiting, base, empty)), [waiting, base]);
  return {
    draft,
    change: (part) => {
      const next = { ...draft, ...part };
      setDraft(next);
      writeDraft(sessionStorage, waiting, base, next);
    },
    forget: () => forgetDraft(sessionStorage, waiting),
  };
}
