import { momentsOpen } from '#domain/meeting/hindsight.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { type Placed, placeWords } from './target-words.ts';
import { momentNow } from './walk.ts';

/**
 * Where something was said, in words. A moment the group has not walked to has none yet: hindsight must not leak. `claim`: only of
 * what one is writing oneself.
 */
export function usePlaceWords(): (of: Placed, claim?: string) => string {
  const { writeUp, room, own, momentZone } = useRoom();
  const { walked } = useRoomUi();
  const here = room.current && momentNow(room.current, writeUp, walked);
  const moments = own.actor.steers ? writeUp.moments : momentsOpen(writeUp.moments, room, here?.id ?? null);
  const told = { ...writeUp, moments: [...moments] };
  return (of, claim) => placeWords(of, told, room.stages, momentZone, claim);
}
