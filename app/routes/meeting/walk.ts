import type { CurrentShown } from '#domain/meeting/projection.ts';
import { isSameTarget, type Target, type TargetType } from '#domain/meeting/target.ts';
import type { Moment, WriteUp } from '#domain/write-up.ts';
import { hasTarget } from './target-words.ts';

type Place = Pick<CurrentShown, 'targets' | 'spotlight'>;

/** The moments a stage walks through, in the agenda's order of them; those since removed are left out. */
export function momentsOf(current: Pick<CurrentShown, 'targets'>, writeUp: WriteUp): Moment[] {
  const byId = new Map(writeUp.moments.map((moment) => [moment.id, moment]));
  return current.targets.flatMap((target) => (target.type === 'moment' ? (byId.get(target.id) ?? []) : []));
}

/**
 * Where the group is among what its stage presents: at the spotlit one; while that shows something else, at the one it showed
 * last; else at the first. Null where the stage presents nothing.
 * @param walked the last of this stage's own that was spotlit, as this page saw it
 */
export function stepNow(current: Place, writeUp: WriteUp, walked: Target | null) {
  const steps = current.targets.filter((target) => hasTarget(writeUp, target));
  const find = (target: Target | null) => steps.findIndex((step) => isSameTarget(step, target));
  const at = [find(current.spotlight), find(walked), 0].find((place) => place >= 0) ?? 0;
  const here = steps[at];
  return here
    ? { here, at, of: steps.length, next: steps[at + 1] ?? null, before: steps[at - 1] ?? null }
    : null;
}

/** The moment the walk has come to. */
export function momentNow(current: Place, writeUp: WriteUp, walked: Target | null): Moment | null {
  const moments = momentsOf(current, writeUp);
  const here = stepNow(current, writeUp, walked)?.here;
  return moments.find(({ id }) => id === here?.id) ?? moments[0] ?? null;
}

/** What the next step within a stage is called: "moment", "finding", "part". */
export const STEP_WORD: Record<TargetType, string> = {
  moment: 'moment',
  finding: 'finding',
  section: 'part',
  block: 'passage',
  picture: 'picture',
  chat: 'stretch of chat',
};
