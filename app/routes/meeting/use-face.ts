import { useCallback, useEffect, useState } from 'react';

/** The room as this device shows it: whole, a companion to what hangs on the wall, or one device for everybody in the room. */
export type RoomFace = 'full' | 'companion' | 'shared';

export const FACE_WORDS: Record<RoomFace, string> = {
  full: 'Whole room',
  companion: 'Companion',
  shared: 'Shared tablet',
};

const FACE_CHOICE = 'soak.room-face';

/** Kept in this browser. A guest has no whole room. */
export function useFace(isGuest: boolean): [RoomFace, (face: RoomFace) => void] {
  const first = isGuest ? 'companion' : 'full';
  const [face, setFace] = useState<RoomFace>(first);
  useEffect(() => {
    const kept = localStorage.getItem(FACE_CHOICE);
    if (kept === 'shared' || kept === 'companion') setFace(kept);
  }, []);
  const choose = useCallback((next: RoomFace) => {
    setFace(next);
    localStorage.setItem(FACE_CHOICE, next);
  }, []);
  return [face, choose];
}
