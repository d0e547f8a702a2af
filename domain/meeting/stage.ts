import type { PersonId, StageId } from '#domain/ids.ts';
import type { Target } from './target.ts';

/** Stages of a review meeting. */
export const REVIEW_STAGE_KINDS = [
  'purpose',
  'reading',
  'section',
  'walk',
  'accounts',
  'evidence',
  'finding',
  'open-floor',
  'different-views',
  'open-questions',
  'close',
  'prompt',
  // people's own input (`inputs.ts`)
  'silent-writing',
  'unsaid',
  'poll',
  'poll-new',
  'poll-before',
  'poll-after',
  'round',
] as const;
/** The steps of an action session (`domain/action-session`), each a stage too. */
export const ACTION_STAGE_KINDS = ['learned', 'open-ideas', 'group', 'decide', 'outcome'] as const;
export const STAGE_KINDS = [...REVIEW_STAGE_KINDS, ...ACTION_STAGE_KINDS] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const STAGE_KIND_WORDS: Record<StageKind, string> = {
  purpose: 'Welcome and purpose',
  reading: 'Read in silence',
  section: 'A part of the write-up',
  walk: 'A walk through moments',
  accounts: 'Accounts side by side',
  evidence: 'A picture or a stretch of chat',
  finding: 'A finding',
  'open-floor': 'Open floor',
  'different-views': 'Who sees it differently?',
  'open-questions': 'Open questions',
  close: 'Close',
  prompt: 'A question to everyone',
  'silent-writing': 'Everyone writes, in silence',
  unsaid: 'A box without names',
  poll: 'A poll: yes or no',
  'poll-new': 'A poll: new to me?',
  'poll-before': 'A poll: how sure are we, before',
  'poll-after': 'A poll: how sure are we, after',
  round: 'A round',
  learned: 'What we learned',
  'open-ideas': 'Open the ideas',
  group: 'Put alike together',
  decide: 'Decide on each',
  outcome: 'How we end',
};

export const MOST_STAGES = 40;
export const MOST_TARGETS = 60;
export const LONGEST_STAGE_TITLE = 120;
export const LONGEST_PROMPT = 400;
export const LONGEST_NOTES = 4_000;
export const MOST_STAGE_MINUTES = 240;

/** One step of the agenda, and its clock while nobody stands in it. */
export interface Stage {
  id: StageId;
  kind: StageKind;
  title: string;
  minutes: number;
  /** What everyone is asked or told; empty where the write-up speaks for itself. */
  prompt: string;
  /** The write-up's own content it presents, in order; the first is shown when the stage is entered. */
  targets: readonly Target[];
  /** Who tells this part. */
  teller: PersonId | null;
  /** Null: not reached yet, and unreached for good if the meeting ends so (M19). */
  reachedAt: Date | null;
  /** Milliseconds it was the current one, up to when it was last left; the current stay comes on top. */
  spentMs: number;
  /** What its timer showed when it was last left; null before it was ever entered (M8). */
  remainingMs: number | null;
  /** What people put into it has been shown to everyone, or counted; never taken back (M7). */
  opened: boolean;
}

/** A stage as it is planned, before it has an id or a clock. */
export type StagePlan = Pick<Stage, 'kind' | 'title' | 'minutes' | 'prompt' | 'targets' | 'teller'> & {
  /** For facilitators alone (P6); never in the projection. */
  notes: string;
};
