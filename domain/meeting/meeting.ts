import type { MeetingId, PersonId, ReviewId, StageId } from '#domain/ids.ts';
import type { Capture } from './capture.ts';
import type { RoomInputs } from './inputs.ts';
import type { Parked } from './parked.ts';
import type { QueueEntry } from './queue-entry.ts';
import type { Round } from './round.ts';
import type { OwnIdea } from './sealed-idea.ts';
import type { Stage } from './stage.ts';
import type { Relieved, TakeOverPolicy } from './take-over.ts';
import type { Target } from './target.ts';
import type { Timer } from './timer.ts';

export const MEETING_KINDS = ['review', 'action'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_PHASES = ['planned', 'lobby', 'live', 'paused', 'ended', 'cancelled'] as const;
export type MeetingPhase = (typeof MEETING_PHASES)[number];

export const LOBBY_OPENS_MINUTES = 15;
export const REOPEN_HOURS = 24;
export const UNDO_SECONDS = 10;

/** What was decided when it was planned. */
export interface MeetingPlan {
  title: string;
  startsAt: Date;
  /** IANA zone the time was chosen in; the soak counts in it too (S2). */
  zone: string;
  minutes: number;
  callLink: string;
  /** The first leads; those after are co-facilitators with the same powers. */
  facilitators: readonly PersonId[];
  invited: readonly PersonId[];
  /** M17: who may take over from a facilitator who is gone. */
  takeOver: TakeOverPolicy;
  /** Who notes down what others say; nobody in particular is as good. It gives no right of its own. */
  scribe: PersonId | null;
}

/** What every meeting has, whatever its phase. */
export interface MeetingFacts {
  id: MeetingId;
  reviewId: ReviewId;
  kind: MeetingKind;
  plan: MeetingPlan;
  /** Raised by one with every accepted command that is recorded (M5). */
  rev: number;
  /** `rev` of the last accepted steering command (M4). */
  steeredRev: number;
  queueOpen: boolean;
  /** M17: somebody took over, and it can be handed back. */
  relieved: Relieved | null;
}

/** Where the group stands while it is live or paused. */
export interface Standing {
  startedAt: Date;
  /** The one current stage (M6). */
  current: StageId;
  /** Since when it has been current without a break; a paused meeting spends no time. */
  since: Date;
  timer: Timer;
  spotlight: Target | null;
  /** `rev` of the last "Bring everyone". */
  broughtRev: number;
  undo: Undo | null;
}

/** M7: how things stood before the last next, back or go. */
export interface Undo {
  until: Date;
  current: StageId;
  since: Date;
  timer: Timer;
  spotlight: Target | null;
  /** M10: who was ready to go on. */
  ready: readonly PersonId[];
  /** Clocks of the stage left and the stage entered, as they were. */
  clocks: readonly (Pick<Stage, 'id' | 'spentMs' | 'remainingMs'> & { reachedAt: Date | null })[];
}

/** One member a phase, each with only its own facts. */
export type Meeting = MeetingFacts &
  (
    | { phase: 'planned' }
    | { phase: 'lobby' }
    | ({ phase: 'live' } & Standing)
    | ({ phase: 'paused'; pausedAt: Date; timerWasRunning: boolean; byItself: boolean } & Standing)
    | { phase: 'ended'; startedAt: Date; endedAt: Date; lastStage: StageId; broughtRev: number }
    | { phase: 'cancelled'; cancelledAt: Date; reason: string }
  );

/** Everything a command may ask of one meeting. */
export interface Room {
  meeting: Meeting;
  /** In the agenda's order. */
  stages: readonly Stage[];
  queue: readonly QueueEntry[];
  /** M14: of the stages that have one and were reached. */
  rounds: readonly Round[];
  /** M10: who is ready to leave the current stage. */
  ready: readonly PersonId[];
  /** Seen in the room in the last 30 s. */
  present: readonly PersonId[];
  /** M17: last sight of who leads; null: never. */
  leadSeenAt: Date | null;
  captures: readonly Capture[];
  parked: readonly Parked[];
  /** The asking person's own closed ideas, and how many there are in all. */
  ownIdeas: readonly OwnIdea[];
  sealedCount: number;
  inputs: RoomInputs;
}

export const opensAt = (plan: Pick<MeetingPlan, 'startsAt'>): Date =>
  new Date(plan.startsAt.getTime() - LOBBY_OPENS_MINUTES * 60_000);

export const plannedEnd = (plan: Pick<MeetingPlan, 'startsAt' | 'minutes'>): Date =>
  new Date(plan.startsAt.getTime() + plan.minutes * 60_000);

/** M2: a planned meeting's lobby opens by itself 15 minutes before; the row need not change for it. */
export const phaseAt = (meeting: Meeting, now: Date): MeetingPhase =>
  meeting.phase === 'planned' && now >= opensAt(meeting.plan) ? 'lobby' : meeting.phase;
