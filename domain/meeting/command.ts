import type { PersonId, StageId } from '#domain/ids.ts';
import type { Attendance } from './attendance.ts';
import type { CaptureKind, UnsignedView } from './capture.ts';
import type { Signal } from './inputs.ts';
import type { ParkedEnding } from './parked.ts';
import type { TurnType } from './queue-entry.ts';
import type { RoundAnswer } from './round.ts';
import type { StageKind } from './stage.ts';
import type { Target } from './target.ts';

/** The bodies of `POST /meetings/:id/commands`, beside `expectedRev` and `key`. Listed for programs in `domain/RULES.md`. */
export interface CommandBodies {
  open: object;
  start: object;
  next: object;
  back: object;
  go: { stage: StageId };
  undo: object;
  pause: object;
  resume: object;
  end: object;
  reopen: object;
  spotlight: { target: Target | null };
  'bring-everyone': object;
  'timer-start': object;
  'timer-pause': object;
  'timer-add': { seconds: number };
  'stage-add': {
    kind: StageKind;
    title: string;
    minutes: number;
    prompt?: string;
    targets?: Target[];
    teller?: PersonId | null;
    after?: StageId | null;
  };
  'stage-change': {
    stage: StageId;
    title?: string;
    minutes?: number;
    prompt?: string;
    targets?: Target[];
    /** Null: nobody in particular. */
    teller?: PersonId | null;
  };
  'stage-move': { stage: StageId; after: StageId | null };
  'stage-remove': { stage: StageId };
  'next-speaker': { speaking: string | null };
  'queue-open': object;
  'queue-close': object;
  'queue-order': { entries: string[] };
  'queue-remove': { entry: string };
  /** `scribe` left out: as it was; null: nobody in particular. */
  roles: { facilitators: PersonId[]; scribe?: PersonId | null };
  'take-over': object;
  'hand-back': object;
  'next-person': { speaking: PersonId | null };
  'round-start': object;
  'round-turn': { how: RoundAnswer };
  ready: { ready: boolean };
  'raise-hand': { type: TurnType; words?: string; for?: string; target?: Target | null };
  'change-hand': { entry: string; words: string };
  'lower-hand': { entry: string };
  'finish-turn': { entry: string };
  capture: {
    kind: CaptureKind;
    words: string;
    stage?: StageId;
    target?: Target | null;
    claim?: string;
    forPerson?: PersonId;
    forLabel?: string;
  };
  'change-capture': { capture: string; words: string };
  'confirm-capture': { capture: string };
  'withdraw-capture': { capture: string };
  park: { words: string; stage?: StageId; target?: Target | null };
  'change-parked': { parked: string; words: string };
  'withdraw-parked': { parked: string };
  'end-parked': { parked: string; ending: ParkedEnding; note?: string };
  seal: { words: string; withheld?: boolean; seenInNotes?: boolean };
  'change-idea': { idea: string; words: string };
  'withdraw-idea': { idea: string };
  'withhold-name': { idea: string; withheld: boolean };
  /** `few`: shown although fewer than three have come in (U4). */
  reveal: { stage: StageId; few?: boolean };
  'poll-close': { stage: StageId };
  'hide-text': { text: string; reason: string };
  'withdraw-text': { text: string };
  attend: { statement: Attendance | null };
  note: { words: string };
  /** M15: one's own text as it stands now. */
  write: { stage: StageId; words: string };
  /** U1: its id is chosen by the tab, and is all there is to know it by. */
  /** `beside`: a different view, into the box of a stage that asks for those (C2). */
  unsigned: { stage: StageId; id: string; words: string; beside?: Pick<UnsignedView, 'target' | 'claim'> };
  'withdraw-unsigned': { stage: StageId; id: string };
  answer: { stage: StageId; id: string; choice: string };
  /** `word`: what "explain" asks about. */
  signal: { signal: Signal; word?: string };
  seen: object;
}

export type CommandName = keyof CommandBodies;
/** Leave no event and raise no `rev` (A4, U1, M15, M18). */
export type QuietName = 'attend' | 'note' | 'seen' | InputName;
/** What people put into a stage for themselves, or without a name. */
export type InputName = 'write' | 'unsigned' | 'withdraw-unsigned' | 'answer' | 'signal';
/** Commands that raise `rev` and are one event. */
export type RecordedName = Exclude<CommandName, QuietName>;
export type Command = { [Name in CommandName]: { command: Name } & CommandBodies[Name] }[CommandName];
export type CommandOf<Name extends CommandName> = Extract<Command, { command: Name }>;
