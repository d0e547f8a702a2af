import type { Moment } from '#domain/write-up.ts';
import type { Scale } from './time-scale.ts';

export interface Placed {
  moment: Moment;
  /** Between 0 and 1 along the picture. */
  at: number;
  /** False: only its order is known, so it stands between its neighbours, and the picture says so. */
  isTimed: boolean;
}

/** Where each moment of a walk stands: by its time where it has one, else evenly between the timed ones around it. */
export function placeMoments(moments: readonly Moment[], scale: Scale | null): Placed[] {
  const known = moments.map((moment) => timeOf(moment, scale));
  return moments.map((moment, place) => {
    const at = known[place];
    if (at !== undefined && at !== null) return { moment, at, isTimed: true };
    return { moment, at: between(known, place), isTimed: false };
  });
}

/** Evenly among the untimed between the nearest timed moments; the picture's ends stand in where there is none. */
function between(known: readonly (number | null)[], place: number): number {
  let before = place - 1;
  while (before >= 0 && known[before] === null) before -= 1;
  let after = place + 1;
  while (after < known.length && known[after] === null) after += 1;
  const left = known[before] ?? 0;
  const right = known[after] ?? 1;
  const span = after - before;
  return left + ((right - left) * (place - before)) / span;
}

const timeOf = (moment: Moment, scale: Scale | null): number | null =>
  scale === null || moment.time.certainty === 'order-only' ? null : scale.at(Date.parse(moment.time.start));
