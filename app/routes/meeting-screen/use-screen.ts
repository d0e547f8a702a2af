import { useEffect, useRef, useState } from 'react';
import type { ScreenAnswer } from '#server/meetings/read-screen.ts';

export interface Screen {
  /** The last that was heard; it stays while there is no connection. */
  answer: ScreenAnswer | null;
  /** Why nothing is shown, in a sentence. */
  dark: string | null;
  reconnecting: boolean;
  /** Blanked with W on this machine. */
  blankHere: boolean;
  now(): number;
}

const CLOSED = 'This screen was closed. A facilitator can open it again from the room, with a new link.';
const NO_LINK = 'This screen needs the link a facilitator makes in the room, with “Show on a screen”.';
/** The server answers within five seconds, changed or not. */
const ANSWER_MS = 9_000;
const AGAIN_MS = 1_000;
const DARK_AGAIN_MS = 4_000;

/**
 * Changes the token in the address for a cookie, at once; then asks what to show, each question held until that changes. It
 * sends nothing else: a clicker at this machine moves no meeting.
 */
export function useScreen(address: string, first: ScreenAnswer | null): Screen {
  const [answer, setAnswer] = useState(first);
  const [dark, setDark] = useState<string | null>(null);
  const [reconnecting, setReconnecting] = useState(false);
  const [blankHere, setBlankHere] = useState(false);
  const offset = useRef<number | null>(null);

  useEffect(() => {
    let gone = false;
    let mark = first?.mark ?? null;
    let stop = new AbortController();

    const take = (heard: ScreenAnswer) => {
      offset.current = Date.parse(heard.now) - Date.now();
      mark = heard.mark;
      setAnswer(heard);
      setDark(null);
    };
    const goDark = (sentence: string) => {
      mark = null;
      setAnswer(null);
      setDark(sentence);
    };
    const ask = async () => {
      const after = mark === null ? '' : `?after=${mark}`;
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_MS)]);
      const heard = await fetch(`${address}/screen/now${after}`, { signal });
      if (heard.status === 404) return 'dark';
      if (heard.status !== 204 && !heard.ok) throw new Error(String(heard.status));
      if (heard.status !== 204) take((await heard.json()) as ScreenAnswer);
      return 'heard';
    };
    const keepAsking = async () => {
      let shownBefore = first !== null;
      while (!gone) {
        if (await isJoined()) shownBefore = true;
        const outcome = await ask().catch(() => (stop.signal.aborted ? 'asked anew' : 'lost'));
        if (gone) return;
        setReconnecting(outcome === 'lost');
        if (outcome === 'heard') shownBefore = true;
        if (outcome === 'dark') goDark(shownBefore ? CLOSED : NO_LINK);
        if (outcome === 'lost') await pause(AGAIN_MS);
        if (outcome === 'dark') await pause(DARK_AGAIN_MS, stop.signal);
        if (stop.signal.aborted) stop = new AbortController();
      }
    };
    /** The token leaves the address before anything else is asked; without a connection it waits there. */
    const isJoined = async () => {
      const words = location.hash.slice(1);
      if (words === '') return false;
      const joined = await fetch(`${address}/screen/join`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body: words,
      }).catch(() => null);
      if (joined === null || joined.status >= 500) return false;
      history.replaceState(history.state, '', location.pathname);
      return joined.ok;
    };
    const onHash = () => location.hash !== '' && stop.abort();
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'w' || event.key === 'W') setBlankHere((blank) => !blank);
    };
    window.addEventListener('hashchange', onHash);
    document.addEventListener('keydown', onKey);
    void keepAsking();
    return () => {
      gone = true;
      stop.abort();
      window.removeEventListener('hashchange', onHash);
      document.removeEventListener('keydown', onKey);
    };
  }, [address, first]);

  return {
    answer,
    dark,
    reconnecting,
    blankHere,
    now: () =>
      offset.current === null ? Date.parse(first?.now ?? '') || Date.now() : Date.now() + offset.current,
  };
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
