import { type Held, useTabBoxes } from '#app/components/unsigned/tab-box.ts';
import { isBox } from '#domain/meeting/inputs.ts';
import type { RoomProjection, StageShown } from '#domain/meeting/projection.ts';

/** The group is there, or has been. */
export const isReached = ({ state }: Pick<StageShown, 'state'>): boolean =>
  state === 'now' || state === 'left';

export interface OwnBox {
  stage: StageShown;
  held: Held;
}

/** What this tab holds of the boxes of a meeting's agenda; of those it holds nothing of, nothing. */
export function useOwnBoxes({ stages }: Pick<RoomProjection, 'stages'>, person: string): OwnBox[] {
  const boxes = stages.filter(({ kind }) => isBox(kind));
  const heldOf = useTabBoxes(
    boxes.map(({ id }) => id),
    person,
  );
  return boxes
    .map((stage) => ({ stage, held: heldOf(stage.id) }))
    .filter(({ held }) => isUnsent(held) || held.put.length > 0);
}

/** Typed, and in no box. */
export const isUnsent = ({ draft }: Pick<Held, 'draft'>): boolean => draft.trim() !== '';
