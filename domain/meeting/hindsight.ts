import type { Moment, MomentTime } from '#domain/write-up.ts';
import type { RoomProjection } from './projection.ts';

/** When it ended comes after where the group stands: hindsight must not leak. */
export const begun = (time: MomentTime): MomentTime =>
  time.certainty === 'order-only' ? time : { ...time, end: null };

/** When a theory ended is told only once the group stands behind that: until then it has no end. */
export const endBefore = (time: MomentTime, here: string | null): string | null =>
  time.certainty === 'order-only' || time.end === null || here === null || time.end >= here ? null : time.end;

/**
 * The moments anybody may look at just now: as far as the group has walked, and all of them once it walks no more or everyone has
 * read the write-up. Those who steer have all.
 * @param here the moment the group is at, null where it is at none
 */
export function momentsOpen<M extends Pick<Moment, 'id'>>(
  moments: readonly M[],
  { stages, toldTo }: Pick<RoomProjection, 'stages' | 'toldTo'>,
  here: string | null,
): readonly M[] {
  const walks = stages.some(({ kind, state }) => kind === 'walk' && (state === 'now' || state === 'ahead'));
  const wasRead = stages.some(
    ({ kind, state }) => kind === 'reading' && (state === 'now' || state === 'left'),
  );
  if (!walks || wasRead) return moments;
  const until = moments.findLastIndex(({ id }) => id === here || toldTo.includes(id));
  return moments.slice(0, until + 1);
}
