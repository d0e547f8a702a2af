import type { RoomHand } from './keys.ts';
import type { RoomContext } from './room-context.ts';

/** Whose hand is on this page: whoever tells a stage may light what is in it, while the group is there (M3). */
export function handOf({ room, own, may }: Pick<RoomContext, 'room' | 'own' | 'may'>): RoomHand {
  if (own.actor.steers) return 'facilitator';
  const tells = room.current?.teller?.id === own.actor.id && may('spotlight') === true;
  return tells ? 'teller' : 'everyone';
}
