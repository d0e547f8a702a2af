import type { CurrentShown } from '#domain/meeting/projection.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';

/** The moments a stage walks through, in the write-up's order of them; those since removed are left out. */
export function momentsOf(current: Pick<CurrentShown, 'targets'>, writeUp: WriteUp): Moment[] {
  const byId = new Map(writeUp.moments.map((moment) => [moment.id, moment]));
  return current.targets.flatMap((target) => (target.type === 'moment' ? (byId.get(target.id) ?? []) : []));
}

/**
 * The moment the walk has come to: the spotlight's; while that shows something else, the one it showed last; else the first.
 * @param walked the last moment of this stage that was spotlit, as this page saw it
 */
export function momentNow(
  current: Pick<CurrentShown, 'targets' | 'spotlight'>,
  writeUp: WriteUp,
  walked: string | null,
): Moment | null {
  const moments = momentsOf(current, writeUp);
  const at = spotlit(current) ?? walked;
  return moments.find(({ id }) => id === at) ?? moments[0] ?? null;
}

/** Where Next or Back leads inside a walk; null at its ends, and in stages that are no walk. */
export function neighbourMoment(
  current: Pick<CurrentShown, 'targets' | 'spotlight'> | null,
  writeUp: WriteUp,
  walked: string | null,
  step: 1 | -1,
): Target | null {
  if (!current) return null;
  const moments = momentsOf(current, writeUp);
  const here = momentNow(current, writeUp, walked);
  const there = here && moments[moments.indexOf(here) + step];
  return there ? { type: 'moment', id: there.id, section: null } : null;
}

const spotlit = (current: Pick<CurrentShown, 'spotlight'>) =>
  current.spotlight?.type === 'moment' ? current.spotlight.id : null;
