import type { StageId } from '#domain/ids.ts';
import { findTarget } from '#domain/meeting/find-target.ts';
import type { CurrentShown } from '#domain/meeting/projection.ts';
import { isSameTarget, type Target } from '#domain/meeting/target.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** Looking at one of its own things, the group is still in the stage: its prompt, its field and what was said in it stay. */
export function isInStage(current: CurrentShown, around: Target | null, writeUp: WriteUp): boolean {
  const { spotlight, targets } = current;
  if (findTarget(writeUp, around ?? spotlight) === null) return true;
  return around === null && targets.some((target) => isSameTarget(target, spotlight));
}

/** The stage whose own field is on this screen now; null: something else is looked at, or the room is not running. */
export function useStageInSight(): StageId | null {
  const { writeUp, own } = useRoom();
  const { view } = useRoomUi();
  if (view.shown === null) return null;
  return own.actor.guest || isInStage(view.shown, view.around, writeUp) ? view.shown.stage : null;
}
