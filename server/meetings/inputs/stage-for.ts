import { findAgenda } from '#db/meeting-stages.ts';
import type { MeetingId, StageId } from '#domain/ids.ts';
import { takesInput } from '#domain/meeting/inputs.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import type { Stage, StageKind } from '#domain/meeting/stage.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { Database } from '../../app.ts';

/** What decides whether a stage takes something. */
export interface TakingInputs {
  stages: readonly Stage[];
  phase: MeetingPhase | undefined;
}

export const inputsOf = async (tx: Database, meeting: MeetingId): Promise<TakingInputs> =>
  (await findAgenda(tx, meeting)) ?? { stages: [], phase: undefined };

export const NOT_ON_AGENDA = 'That stage is not on the agenda any more.';

/** The stage, if it takes this now. @param also phases in which it does beside a running meeting's */
export function stageFor(
  { stages, phase }: TakingInputs,
  id: StageId,
  fits: (kind: StageKind) => boolean,
  also: readonly MeetingPhase[] = [],
): Stage | Refused {
  const stage = stages.find((one) => one.id === id);
  if (stage === undefined) return refuse(NOT_ON_AGENDA);
  if (!fits(stage.kind)) return refuse('That does not fit into this stage.');
  if (stage.opened)
    return refuse('This has been opened already. What you wrote is still here, for you alone.');
  if (!takesInput(stage)) return refuse('The group is not at that stage yet.');
  return phase && ['live', 'paused', ...also].includes(phase) ? stage : refuse('The meeting is not running.');
}
