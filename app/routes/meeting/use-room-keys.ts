import { createContext, useContext, useEffect, useRef } from 'react';
import { keyPressed, type RoomHand, type RoomKeyName, takesText } from './keys.ts';

type Handlers = Map<RoomKeyName, () => void>;
const Keys = createContext<Handlers | null>(null);

export const RoomKeysProvider = Keys.Provider;

/** Gives a key its act for as long as the caller is on screen; null: the key does nothing now. */
export function useRoomKey(name: RoomKeyName, act: (() => void) | null) {
  const handlers = useContext(Keys);
  useEffect(() => {
    if (!handlers || !act) return;
    handlers.set(name, act);
    return () => {
      if (handlers.get(name) === act) handlers.delete(name);
    };
  }, [handlers, name, act]);
}

/** Listens for the room's keys: outside text fields and dialogs, and only while they are switched on. */
export function useKeyboard(on: boolean, hand: RoomHand): Handlers {
  const handlers = useRef<Handlers>(new Map());
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isElsewhere(event.target as Element | null)) return;
      const name = keyPressed(event, hand);
      const act = name && handlers.current.get(name);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, hand]);
  return handlers.current;
}

/** In a field, in a dialog, or on a row of tabs, where arrows have a meaning of their own. */
const isElsewhere = (element: Element | null) =>
  takesText(element) || Boolean(element?.closest('dialog[open], [role="tablist"]'));
