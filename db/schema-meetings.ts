import type { Generated } from 'kysely';
import type { MeetingId, PersonId, ReviewId, StageId } from '#domain/ids.ts';
import type { ATTENDANCE_HOW, ATTENDANCE_MODES } from '#domain/meeting/attendance.ts';
import type { CaptureKind } from '#domain/meeting/capture.ts';
import type { MeetingKind, MeetingPhase } from '#domain/meeting/meeting.ts';
import type { ParkedEnding } from '#domain/meeting/parked.ts';
import type { QueueEntry, TurnType } from '#domain/meeting/queue-entry.ts';
import type { RoundTurn } from '#domain/meeting/round.ts';
import type { StageKind } from '#domain/meeting/stage.ts';
import type { TakeOverPolicy } from '#domain/meeting/take-over.ts';

export interface MeetingsTable {
  id: MeetingId;
  review_id: ReviewId;
  kind: MeetingKind;
  phase: MeetingPhase;
  rev: Generated<number>;
  steered_rev: Generated<number>;
  title: string;
  starts_at: Date;
  zone: string;
  local_time: string;
  minutes: number;
  call_link: Generated<string>;
  planned_by: PersonId;
  created_at: Date;
  queue_open: Generated<boolean>;
  current_stage: StageId | null;
  since: Date | null;
  timer_ends_at: Date | null;
  timer_remaining_ms: number | null;
  timer_was_running: Generated<boolean>;
  spotlight: unknown;
  brought_rev: Generated<number>;
  undo: unknown;
  started_at: Date | null;
  paused_at: Date | null;
  ended_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: Generated<string>;
  take_over: Generated<TakeOverPolicy>;
  scribe_id: PersonId | null;
  relieved: unknown;
  paused_by_itself: Generated<boolean>;
}
export interface MeetingPeopleTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  role: 'facilitator' | 'invited';
  position: Generated<number>;
}
export interface MeetingStagesTable {
  id: StageId;
  meeting_id: MeetingId;
  position: number;
  kind: StageKind;
  title: string;
  minutes: number;
  prompt: Generated<string>;
  notes: Generated<string>;
  targets: unknown;
  teller_id: PersonId | null;
  reached_at: Date | null;
  spent_ms: Generated<number>;
  remaining_ms: number | null;
  opened: Generated<boolean>;
}
export interface QueueEntriesTable {
  id: string;
  meeting_id: MeetingId;
  type: TurnType;
  words: Generated<string>;
  raised_by: PersonId;
  raised_for: string | null;
  raised_at: Date;
  state: QueueEntry['state'];
  placed: number | null;
  target: unknown;
}
export interface CapturesTable {
  id: string;
  meeting_id: MeetingId;
  kind: CaptureKind;
  words: string;
  stage_id: StageId | null;
  target: unknown;
  claim: Generated<string>;
  /** Null: without a name, for good (U5). */
  noted_by: PersonId | null;
  for_person: PersonId | null;
  for_label: string | null;
  confirmed: Generated<boolean>;
  at: Date;
  changed_at: Date | null;
  offered_as: string | null;
}
export interface ParkedTable {
  id: string;
  meeting_id: MeetingId;
  words: string;
  parked_by: PersonId;
  stage_id: StageId | null;
  target: unknown;
  at: Date;
  ending: ParkedEnding | null;
  ending_note: Generated<string>;
  ended_at: Date | null;
}
export interface SealedIdeasTable {
  id: string;
  review_id: ReviewId;
  meeting_id: MeetingId | null;
  stage_id: StageId | null;
  author_id: PersonId;
  words: string;
  withheld: Generated<boolean>;
  seen_in_notes: Generated<boolean>;
  sealed_at: Date;
}
export interface AttendanceTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  how: (typeof ATTENDANCE_HOW)[number];
  mode: (typeof ATTENDANCE_MODES)[number];
  named: Generated<boolean>;
}
export interface MeetingEventsTable {
  meeting_id: MeetingId;
  rev: number;
  at: Date | null;
  actor_id: PersonId | null;
  command: string;
  about: unknown;
}
export interface CommandKeysTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  key: string;
  body_hash: string | null;
  at: Date;
}
export interface MeetingSeenTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  seen_at: Date;
}
export interface MeetingNotesTable {
  meeting_id: MeetingId;
  person_id: PersonId;
  words: string;
}
export interface SilentTextsTable {
  meeting_id: MeetingId;
  stage_id: StageId;
  author_id: PersonId;
  words: string;
}
export interface UnsignedBoxTable {
  id: string;
  stage_id: StageId;
  words: string;
}
export interface ShownTextsTable {
  id: string;
  meeting_id: MeetingId;
  stage_id: StageId;
  author_id: PersonId | null;
  words: string;
  hidden: string | null;
}
export interface PollCountsTable {
  stage_id: StageId;
  choice: string;
  count: number | null;
}

export interface MeetingScreensTable {
  meeting_id: MeetingId;
  token_id: string;
  secret_hash: Uint8Array;
  made_by: PersonId;
  made_at: Date;
  blank: Generated<boolean>;
  frozen: unknown;
  show_time: Generated<boolean>;
  show_parked: Generated<boolean>;
}

export interface MeetingTemplatesTable {
  id: string;
  name: string;
  minutes: number;
  stages: unknown;
  made_by: PersonId | null;
  made_at: Date;
}
export interface ReadyMarksTable {
  meeting_id: MeetingId;
  person_id: PersonId;
}
export interface RoundTurnsTable {
  stage_id: StageId;
  meeting_id: MeetingId;
  person_id: PersonId;
  place: number;
  state: RoundTurn['state'];
}

export interface MeetingsSchema {
  meetings: MeetingsTable;
  meeting_people: MeetingPeopleTable;
  meeting_stages: MeetingStagesTable;
  queue_entries: QueueEntriesTable;
  captures: CapturesTable;
  parked: ParkedTable;
  sealed_ideas: SealedIdeasTable;
  attendance: AttendanceTable;
  meeting_events: MeetingEventsTable;
  command_keys: CommandKeysTable;
  meeting_seen: MeetingSeenTable;
  meeting_notes: MeetingNotesTable;
  silent_texts: SilentTextsTable;
  unsigned_box: UnsignedBoxTable;
  shown_texts: ShownTextsTable;
  poll_counts: PollCountsTable;
  meeting_screens: MeetingScreensTable;
  meeting_templates: MeetingTemplatesTable;
  ready_marks: ReadyMarksTable;
  round_turns: RoundTurnsTable;
}
