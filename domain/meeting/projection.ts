import type { MeetingId, PersonId, ReviewId, StageId } from '#domain/ids.ts';
import type { CaptureKind } from './capture.ts';
import type { PollCount } from './inputs.ts';
import type { MeetingKind, MeetingPhase } from './meeting.ts';
import type { ParkedEnding } from './parked.ts';
import type { TurnType } from './queue-entry.ts';
import type { RoundTurn } from './round.ts';
import type { StageKind } from './stage.ts';
import type { TakeOverPolicy } from './take-over.ts';
import type { Target } from './target.ts';

/** Instants are ISO strings in UTC, lengths are milliseconds: a projection is plain JSON. */
export interface PersonShown {
  id: PersonId;
  name: string;
  letters: string;
  hue: number;
}

export interface StageShown {
  id: StageId;
  kind: StageKind;
  title: string;
  minutes: number;
  /** `unreached` only once the meeting has ended (M19). */
  state: 'ahead' | 'now' | 'left' | 'unreached';
  /** Up to when it was last left; the current stay counts from `current.since`. */
  spentMs: number;
  /** What people put into it is shown or counted. */
  opened: boolean;
}

export type TimerShown = { state: 'running'; endsAt: string } | { state: 'paused'; remainingMs: number };

export interface CurrentShown {
  stage: StageId;
  since: string;
  timer: TimerShown;
  prompt: string;
  targets: readonly Target[];
  teller: PersonShown | null;
  /** What everyone is asked to look at; null: the stage itself. */
  spotlight: Target | null;
  /** Changes with every "Bring everyone": whoever is not typing comes along once. */
  broughtRev: number;
}

export interface TurnShown {
  id: string;
  type: TurnType;
  words: string;
  by: PersonShown;
  /** Raised for someone in the physical room. */
  raisedFor: string | null;
  target: Target | null;
}

export interface CaptureShown {
  id: string;
  kind: CaptureKind;
  words: string;
  /** True where `words` are cut; the whole is in the longer lists over HTTP. */
  isCut: boolean;
  stage: StageId | null;
  target: Target | null;
  claim: string;
  /** Null: without a name. */
  notedBy: PersonShown | null;
  forPerson: PersonShown | null;
  forLabel: string | null;
  at: string;
  changedAt: string | null;
}

export interface ParkedShown {
  id: string;
  words: string;
  isCut: boolean;
  by: PersonShown;
  stage: StageId | null;
  target: Target | null;
  ending: { how: ParkedEnding; note: string } | null;
}

export interface TextShown {
  id: string;
  /** Empty where it is hidden. */
  words: string;
  isCut: boolean;
  /** Null: written without a name. */
  by: PersonShown | null;
  /** The reason a facilitator hid it with. */
  hidden: string | null;
}

/** What people put into the current stage, once it has been shown or counted. */
export interface InputsShown {
  stage: StageId;
  opened: boolean;
  /** The first 30; whole over HTTP. */
  texts: readonly TextShown[];
  textCount: number;
  /** Of a closed poll; none where too few answered. */
  counts: readonly PollCount[];
}

/** M14: who takes part, in their order; of a long one those still to come first. Nothing says who passed, or is not here. */
export interface RoundShown {
  turns: readonly { person: PersonShown; state: RoundTurn['state'] }[];
  count: number;
}

/** M17. */
export interface LeadShown {
  policy: TakeOverPolicy;
  /** Last sight of who leads, as this was made; null: not yet. */
  seenAt: string | null;
  /** Who led before somebody took over; null: nobody has. */
  relieved: { from: PersonShown; by: PersonShown; at: string } | null;
}

/**
 * What everyone in the room may see, whole, in at most 32 kB (M21): one value of the document `room:<meeting>` under the key
 * `String(rev)`; readers take the highest. Never in it: private notes, sealed words, unconfirmed captures, who is absent.
 */
export interface RoomProjection {
  rev: number;
  id: MeetingId;
  reviewId: ReviewId;
  kind: MeetingKind;
  title: string;
  /** As stored: 'planned' reads as 'lobby' from `opensAt` on (`phaseShown`). */
  phase: MeetingPhase;
  startsAt: string;
  opensAt: string;
  zone: string;
  minutes: number;
  callLink: string;
  /** The first leads. */
  facilitators: readonly PersonShown[];
  /** Who notes down what others say; null: nobody in particular. */
  scribe: PersonShown | null;
  stages: readonly StageShown[];
  startedAt: string | null;
  /** Null unless live or paused. */
  current: CurrentShown | null;
  endedAt: string | null;
  /** Until when the last step can be taken back; null when it cannot (M7). */
  undoUntil: string | null;
  /** Until when an ended meeting can be reopened. */
  reopenUntil: string | null;
  /** The last moment of each stage left so far: what came later may still be a surprise. */
  toldTo: readonly string[];
  /** M18: paused because nobody steered it any more. */
  pausedByItself: boolean;
  lead: LeadShown;
  /** M10: of those present when this was made; null where the stage does not ask. */
  ready: { count: number; present: number } | null;
  /** Of the current stage, if it is one. */
  round: RoundShown | null;
  queueOpen: boolean;
  speaking: TurnShown | null;
  /** In the order of turns; the first 30. */
  waiting: readonly TurnShown[];
  waitingCount: number;
  /** Newest first; the last 12. */
  captures: readonly CaptureShown[];
  captureCounts: Record<CaptureKind, number>;
  /** Newest first; the last 8. */
  parked: readonly ParkedShown[];
  parkedCount: number;
  sealedCount: number;
  /** Null where the current stage takes none. Nothing in it before it is opened. */
  inputs: InputsShown | null;
  /** An action session's own part; null in a review meeting. `domain/action-session` gives it its shape. */
  session: unknown;
}

/** M2, for the browser: the lobby opens by itself. */
export const phaseShown = (room: Pick<RoomProjection, 'phase' | 'opensAt'>, now: Date): MeetingPhase =>
  room.phase === 'planned' && now >= new Date(room.opensAt) ? 'lobby' : room.phase;
