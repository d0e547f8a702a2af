import { useEffect, useState } from 'react';
import { useRoom } from './room-context.ts';

const QUIET_MS = 3000;

/** This page was in the room and has lost it for a while: what it knows of the others is old. A flicker of the network is not worth a word. */
export function useAway(): boolean {
  const { link } = useRoom();
  const isGone = link.everSynced && link.phase !== 'connected';
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isGone) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isGone]);
  return lasts;
}
