import { createContext, useContext, useEffect, useRef } from 'react';
import { isInTheMaking, keyPressed, type RoomHand, type RoomKeyName, takesText } from './keys.ts';
import { useRoomWays } from './use-room-ways.ts';

export type Handlers = Map<RoomKeyName, () => void>;
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

/**
 * Listens for the room's keys: outside text fields and dialogs while they are switched on, and after Alt M wherever one types. The way
 * back after "Bring everyone" is no letter anybody types: it is open from a field too.
 * @param remark says what Alt M waits for
 */
export function useKeyboard(
  on: boolean,
  hand: RoomHand,
  remark: (sentence: string | null) => void,
): Handlers {
  const { current: handlers } = useRef<Handlers>(new Map());
  useRoomWays(handlers, hand, remark);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isInTheMaking(event)) return;
      const name = keyPressed(event, hand);
      const element = event.target as Element | null;
      if (name === 'goBack' ? isInDialog(element) : !on || isElsewhere(element)) return;
      const act = name && handlers.get(name);
      if (!act) return;
      event.preventDefault();
      try {
        act();
      } catch {
        // React took fifty keystrokes on a page too busy for anything else for a loop, and does so once (see `use-drafts`)
        act();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, hand, handlers]);
  return handlers;
}

/** In a field, in a dialog, or on a row of tabs, where arrows have a meaning of their own. */
const isElsewhere = (element: Element | null) =>
  takesText(element) || isInDialog(element) || Boolean(element?.closest('[role="tablist"]'));

const isInDialog = (element: Element | null) => Boolean(element?.closest('dialog[open]'));
