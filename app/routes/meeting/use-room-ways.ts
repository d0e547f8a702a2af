import { useEffect } from 'react';
import { isEditor, isInTheMaking, keyPressed, type RoomHand, wayPressed } from './keys.ts';
import { moveToRegion, regionOf } from './regions.ts';
import type { Handlers } from './use-room-keys.ts';

const WAITS_MS = 5_000;
const IS_HELD = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
const WAITING = 'Now one of the room’s keys; ? lists them.';
const NOTHING = 'That key does nothing just now.';

/** What holds from within a text too: F6 between the parts of the room, Esc out of the text, Ctrl / for the list, and Alt M before any of its keys. */
export function useRoomWays(
  handlers: Handlers,
  hand: RoomHand,
  remark: (sentence: string | null) => void,
): void {
  useEffect(() => {
    let waitsUntil = 0;
    const go = (event: KeyboardEvent): boolean => {
      const way = wayPressed(event);
      const waits = Date.now() < waitsUntil;
      waitsUntil = way === 'keyFirst' ? Date.now() + WAITS_MS : 0;
      if (leavesText(event)) leave(event.target as Element);
      else if (way === 'keyFirst') remark(WAITING);
      else if (way === 'list') handlers.get('list')?.();
      else if (way !== null) moveToRegion(way === 'region' ? 1 : -1);
      else return waits && act(event);
      return true;
    };
    // while everyone has just been brought here, Esc takes one back, as it says there
    const leave = (text: Element) => {
      const goBack = handlers.get('goBack');
      if (goBack) goBack();
      else regionOf(text)?.focus();
    };
    const act = (event: KeyboardEvent): boolean => {
      const name = keyPressed(event, hand);
      const pressed = name && handlers.get(name);
      // what is no key of the room is typed as ever
      remark(name && !pressed ? NOTHING : null);
      pressed?.();
      return name !== null;
    };
    // before the editor, which would write the letter
    const onKey = (event: KeyboardEvent) => {
      if (isInTheMaking(event) || IS_HELD.has(event.key) || isInDialog(event.target as Element | null))
        return;
      if (!go(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [handlers, hand, remark]);
}

/** While its menu is open, Esc is the menu's. */
const leavesText = ({ key, target }: KeyboardEvent) =>
  key === 'Escape' &&
  isEditor(target as Element | null) &&
  !(target as Element).hasAttribute('aria-controls');

const isInDialog = (element: Element | null) => Boolean(element?.closest('dialog[open]'));
