import type { StageId } from '#domain/ids.ts';
import type { BroughtToFacilitators } from './around/brought.ts';
import type { SurveyShown } from './around/survey.ts';
import type { Attendance } from './attendance.ts';
import type { OwnText } from './inputs.ts';
import type { RoomActor } from './may-command.ts';
import type { Pitfall } from './pitfalls.ts';
import type { CaptureShown, ParkedShown, RoomProjection, TurnShown } from './projection.ts';
import type { OwnIdea } from './sealed-idea.ts';
import type { Stage } from './stage.ts';

/** `GET /meetings/:id/state.json`: what only this person may see, and the longer lists whole. */
export interface RoomState {
  rev: number;
  state: RoomProjection;
  own: OwnRoom;
  /** Whole, newest first. */
  captures: readonly CaptureShown[];
  parked: readonly ParkedShown[];
  waiting: readonly TurnShown[];
  /** Null unless the person steers (P6). */
  facilitator: FacilitatorView | null;
  /** Null until the meeting has ended, and where nothing is asked. */
  survey: SurveyShown | null;
}

export interface OwnRoom {
  actor: RoomActor;
  /** M10: the stage I am ready to leave; null: not ready. */
  readyFor: StageId | null;
  ideas: readonly OwnIdea[];
  /** What I wrote in silence and is not shown yet. */
  texts: readonly OwnText[];
  /** Noted by me for someone, or for me by someone, and not confirmed yet. */
  unconfirmed: readonly CaptureShown[];
  attendance: Attendance | null;
  /** My private notes on this meeting. */
  note: string;
  /** It has ended, its review has no action session yet, and I may plan one. */
  mayPlanSession: boolean;
  /** S1: I may end it, and another review meeting is still ahead, which the soak waits for: when that starts, ISO. */
  soakWaitsFor: string | null;
  /** S2: when ideas sealed here open, or are to be expected to, ISO; null where no soak can be told yet, and for guests. */
  opensAt: string | null;
}

export type StageDetail = Pick<Stage, 'prompt' | 'targets' | 'teller'>;

export const stageDetails = (stages: readonly Stage[]): Record<StageId, StageDetail> =>
  Object.fromEntries(stages.map(({ id, prompt, targets, teller }) => [id, { prompt, targets, teller }]));

export interface FacilitatorView {
  /** Private notes of each stage that has some. */
  notes: Record<StageId, string>;
  /** What each stage asks, presents, and who tells it: everyone has that of the current one alone. */
  stages: Record<StageId, StageDetail>;
  /** Waiting entries of people who have not spoken in this meeting yet. */
  notSpokenYet: readonly string[];
  /** When each facilitator was last seen in the room, ISO; null: not yet. */
  seen: readonly { id: string; at: string | null }[];
  /** Pitfalls there is a sign of just now; nothing of it is kept. */
  signs: readonly Pitfall[];
  /** What was brought beforehand. */
  brought: BroughtToFacilitators;
}
