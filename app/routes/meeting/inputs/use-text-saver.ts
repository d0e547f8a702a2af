import { useEffect, useState } from 'react';
import { useRoom } from '../room-context.ts';
import { post } from '../use-commands.ts';
import { saverOf, type TextSaver } from './text-saver.ts';

/**
 * The saver of a text of mine in this meeting: saved when its field goes, and when the page does.
 * @param stage null: my notes
 * @returns null on the page as the server made it
 */
export function useTextSaver(stage: string | null, saved: string): TextSaver | null {
  const { room, own } = useRoom();
  const [saver, setSaver] = useState<TextSaver | null>(null);
  const person = own.actor.id;
  useEffect(() => {
    const one = saverOf({ meeting: room.id, stage, person }, saved, post);
    setSaver(one);
    const leave = () => void one.flush(true);
    // words that only this tab holds go with it: the browser asks first (D7)
    const ask = (event: BeforeUnloadEvent) => {
      const { kept } = one.state.get();
      if (kept === 'saving' || kept === 'not-saved') event.preventDefault();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', ask);
      void one.flush();
    };
  }, [room.id, stage, person]);
  return saver;
}
