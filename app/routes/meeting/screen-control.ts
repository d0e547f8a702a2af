import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { askJson } from '#app/components/ask-json.ts';
import type { ScreenControl, ScreenDeed } from '#server/meetings/control-screen.ts';
import { useRoom } from './room-context.ts';
import { post } from './use-commands.ts';

/** The meeting's screen, for those who look after it. */
export interface ScreenHere {
  screen: ScreenControl['screen'];
  /** Its link, on the page that made it alone: nobody can read it again. */
  link: string | null;
  refused: string | null;
  /** Whether it was done. */
  does(deed: ScreenDeed): Promise<boolean>;
  /** Makes the link and opens it in a window of its own. */
  show(): Promise<void>;
}

const Here = createContext<ScreenHere | null>(null);

export const ScreenHereProvider = Here.Provider;

/** Null for those who do not steer. */
export const useScreenHere = (): ScreenHere | null => useContext(Here);

const LOOK_EVERY_MS = 5_000;
const NOT_DONE = 'That did not reach the screen. Try again in a moment.';

/** Looks at the screen whenever the room has moved, and while one is open every few seconds. */
export function useScreenControl(): ScreenHere | null {
  const { room, own, rehearses } = useRoom();
  const steers = own.actor.steers && !rehearses;
  const address = `/meetings/${room.id}/screen-control`;
  const [screen, setScreen] = useState<ScreenControl['screen']>(null);
  const [link, setLink] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const isOpen = screen !== null;

  const look = useCallback(async () => {
    const heard = await askJson<ScreenControl>(address, LOOK_EVERY_MS);
    if (heard) setScreen(heard.screen);
  }, [address]);
  // each revision of the room may have moved the screen
  useEffect(() => {
    if (steers) void look();
  }, [steers, look, room.rev]);
  useEffect(() => {
    if (!steers || !isOpen) return;
    const beat = setInterval(() => document.visibilityState === 'visible' && void look(), LOOK_EVERY_MS);
    return () => clearInterval(beat);
  }, [steers, isOpen, look]);

  const does = useCallback(
    async (deed: ScreenDeed): Promise<boolean> => {
      const answer = await post(address, deed);
      const body = (await answer?.json().catch(() => null)) as
        | (ScreenControl & { words?: string; refused?: string })
        | null;
      setRefused(answer?.ok ? null : (body?.refused ?? NOT_DONE));
      if (!answer?.ok || !body) return false;
      setScreen(body.screen);
      if (deed.do === 'end') setLink(null);
      if (body.words) {
        const made = `${location.origin}/meetings/${room.id}/screen#${body.words}`;
        setLink(made);
        window.open(made, '_blank', 'noopener,popup');
      }
      return true;
    },
    [address, room.id],
  );
  return useMemo(
    () =>
      steers ? { screen, link, refused, does, show: async () => void (await does({ do: 'make' })) } : null,
    [steers, screen, link, refused, does],
  );
}
