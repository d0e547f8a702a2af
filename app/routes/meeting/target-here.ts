import type { Target } from '#domain/meeting/target.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** What a note made now is about: what I chose, what I opened, where the group looks, else the stage alone. */
export function useTargetHere(): Target | null {
  const { room } = useRoom();
  const { chosen, view } = useRoomUi();
  return chosen ?? view.around ?? view.shown?.spotlight ?? room.current?.targets[0] ?? null;
}
