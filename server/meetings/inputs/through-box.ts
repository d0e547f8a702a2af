import { type BoxChange, changeBox, lockBox } from '#db/unsigned-box.ts';
import type { MeetingId, StageId } from '#domain/ids.ts';
import type { MeetingPhase } from '#domain/meeting/meeting.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import type { App } from '../../app.ts';
import { takeTurn, type Work } from '../take-turns.ts';
import { inputsOf, stageFor, type TakingInputs } from './stage-for.ts';

/** Something for the box, or out of it, without who it is from. */
export interface ForBox {
  meeting: MeetingId;
  stage: StageId;
  fits(kind: StageKind): boolean;
  /** Phases in which the box takes it beside a running meeting's. */
  also?: readonly MeetingPhase[];
  change: BoxChange;
}

/** The box is one for all meetings, and so is the line before it. */
const LINE = 'the box without names';

/** What comes while the box is being written goes in together with what else came meanwhile, in one transaction and shuffled. */
export const throughBox = (app: App, one: ForBox): Promise<true | Refused> =>
  takeTurn(app, LINE, one, worksOn(app));

const worksOn = (app: App): Work<ForBox, true | Refused> => ({
  mayShare: () => true,
  alone: async (one) => (await allIn(app, [one]))[0] as true | Refused,
  together: (all) => allIn(app, all),
});

/** The box is locked before the stages are read: what comes while it is being opened is in, or hears that it came too late. */
const allIn = (app: App, all: readonly ForBox[]): Promise<(true | Refused)[]> =>
  app.db.transaction().execute(async (tx) => {
    await lockBox(tx);
    const known = new Map<MeetingId, TakingInputs>();
    for (const { meeting } of all) if (!known.has(meeting)) known.set(meeting, await inputsOf(tx, meeting));
    const stages = all.map(({ meeting, stage, fits, also }) =>
      stageFor(known.get(meeting) as TakingInputs, stage, fits, also),
    );
    const accepted = all.filter((_, at) => !isRefused(stages[at]));
    if (accepted.length > 0)
      await changeBox(
        tx,
        accepted.map(({ change }) => change),
        app.random.shuffle,
      );
    return stages.map((stage) => (isRefused(stage) ? stage : true));
  });
