import type { CurrentShown } from '#domain/meeting/projection.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';

/** The moments a stage walks through, in the write-up's order of them; those since removed are left out. */
export function momentsOf(current: Pick<CurrentShown, 'targets'>, writeUp: WriteUp): Moment[] {
  const byId = new Map(writeUp.moments.map((moment) => [moment.id, moment]));
  return current.targets.flatMap((target) => (target.type === 'moment' ? (byId.get(target.id) ?? []) : []));
}

/** The moment the group stands at: the spotlight's, else the first of the walk. */
export function momentNow(
  current: Pick<CurrentShown, 'targets' | 'spotlight'>,
  writeUp: WriteUp,
): Moment | null {
  const moments = momentsOf(current, writeUp);
  return moments.find(({ id }) => id === spotlit(current)) ?? moments[0] ?? null;
}

/** Where Next or Back leads inside a walk; null at its ends, and in stages that are no walk. */
export function neighbourMoment(
  current: Pick<CurrentShown, 'targets' | 'spotlight'> | null,
  writeUp: WriteUp,
  step: 1 | -1,
): Target | null {
  if (!current) return null;
  const moments = momentsOf(current, writeUp);
  const here = momentNow(current, writeUp);
  const there = here && moments[moments.indexOf(here) + step];
  return there ? { type: 'moment', id: there.id, section: null } : null;
}

const spotlit = (current: Pick<CurrentShown, 'spotlight'>) =>
  current.spotlight?.type === 'moment' ? current.spotlight.id : null;
