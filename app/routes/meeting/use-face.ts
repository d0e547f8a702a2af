import { useCallback, useEffect, useRef, useState } from 'react';

/** The room as this device shows it: whole, a companion to what hangs on the wall, or one device for everybody in the room. */
export type RoomFace = 'full' | 'companion' | 'shared';

export const FACE_WORDS: Record<RoomFace, string> = {
  full: 'Whole room',
  companion: 'Companion',
  shared: 'Shared tablet',
};

const FACE_CHOICE = 'soak.room-face';

/**
 * Kept in this browser. A guest has no whole room.
 * @returns the face; whether what was kept has been read: until then nobody is said to be here (M10)
 */
export function useFace(isGuest: boolean): [RoomFace, (face: RoomFace) => void, boolean] {
  const [chosen, setChosen] = useState<RoomFace | null>(null);
  const first = isGuest ? 'companion' : 'full';
  useEffect(() => {
    const kept = localStorage.getItem(FACE_CHOICE);
    setChosen(kept === 'shared' || kept === 'companion' ? kept : first);
  }, [first]);
  const pressed = useRef(false);
  const choose = useCallback((next: RoomFace) => {
    pressed.current = true;
    setChosen(next);
    localStorage.setItem(FACE_CHOICE, next);
  }, []);
  // the choice stood in the face that has gone: whoever goes on by keyboard is where they were
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    const words = [...document.querySelectorAll<HTMLElement>('.mine-here summary')];
    words.find((one) => one.getClientRects().length > 0)?.focus();
  }, [chosen]);
  return [chosen ?? first, choose, chosen !== null];
}
