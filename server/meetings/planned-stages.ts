import { asId, type StageId } from '#domain/ids.ts';
import type { Stage } from '#domain/meeting/stage.ts';
import { targetsKept } from '#domain/meeting/stage-sources.ts';
import type { App } from '../app.ts';
import type { PlanInput } from './plan-input.ts';

type PlannedStage = PlanInput['stages'][number];

/** The agenda as stages: one that is there already keeps its id and its clock, every other begins anew. */
export const stagesOf = (
  app: Pick<App, 'random'>,
  planned: readonly PlannedStage[],
  before: readonly Stage[],
): Stage[] => {
  const left = new Map(before.map((stage) => [stage.id, stage]));
  return planned.map(({ id, notes: _, ...asked }) => {
    const plan = { ...asked, targets: targetsKept(asked.kind, asked.targets) };
    const known = id === undefined ? undefined : left.get(id);
    if (known === undefined)
      return {
        ...plan,
        id: asId<StageId>(app.random.uuid()),
        reachedAt: null,
        spentMs: 0,
        remainingMs: null,
        opened: false,
      };
    // taken: the same id twice makes two stages
    left.delete(known.id);
    return { ...known, ...plan };
  });
};

/**
 * P6: notes travel apart from stages, so that nothing shown to all can carry them.
 * @param keptAsTheyAre stages whose notes are not to be written
 */
export const notesOf = (
  planned: readonly PlannedStage[],
  stages: readonly Stage[],
  keptAsTheyAre: readonly Stage[] = [],
): ReadonlyMap<StageId, string> => {
  const kept = new Set(keptAsTheyAre.map(({ id }) => id));
  const notes = stages.map((stage, at) => [stage.id, planned[at]?.notes ?? ''] as const);
  return new Map(notes.filter(([id]) => !kept.has(id)));
};
