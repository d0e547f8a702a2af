import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type Draft,
  type DraftName,
  type Drafts,
  NO_DRAFT,
  NO_DRAFTS,
  readDrafts,
  storeDraft,
  waitingOf,
} from './drafts.ts';

export interface DraftsUi {
  drafts: Drafts;
  change(name: DraftName, part: Partial<Draft>): void;
  /** These words were kept, or thrown away. @returns false where others were typed meanwhile: those stay */
  forget(name: DraftName, words: string): boolean;
}

/**
 * What this person writes in the room and has not kept stays in this tab: through another form, another face, the meeting's end and
 * a reload.
 * @param place null: a rehearsal, which leaves nothing behind
 */
export function useDrafts(place: string | null): DraftsUi {
  const [drafts, set] = useState(NO_DRAFTS);
  // a press that is answered after more was typed asks what is there now
  const now = useRef(drafts);
  const put = useCallback((next: Drafts) => {
    now.current = next;
    try {
      set(next);
    } catch {
      // on a page too busy to do anything else between fifty keystrokes React takes them for a loop, once: that letter would be gone
      set(next);
    }
  }, []);
  // the page as the server made it knows of none
  useEffect(() => put(place === null ? NO_DRAFTS : readDrafts(sessionStorage, place)), [place, put]);
  const write = useCallback(
    (name: DraftName, draft: Draft) => {
      put({ ...now.current, [name]: draft });
      if (place !== null) storeDraft(sessionStorage, place, name, draft);
    },
    [place, put],
  );
  const change = useCallback(
    (name: DraftName, part: Partial<Draft>) => write(name, { ...now.current[name], ...part }),
    [write],
  );
  const forget = useCallback(
    (name: DraftName, words: string) => {
      const isAsSent = now.current[name].words === words;
      if (isAsSent) write(name, NO_DRAFT);
      return isAsSent;
    },
    [write],
  );
  useAskedOnLeaving(place !== null && waitingOf(drafts, null).length > 0);
  return useMemo(() => ({ drafts, change, forget }), [drafts, change, forget]);
}

/** Words that only this tab holds go with it: the browser asks first (D7). */
export function useAskedOnLeaving(waits: boolean) {
  useEffect(() => {
    if (!waits) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [waits]);
}
