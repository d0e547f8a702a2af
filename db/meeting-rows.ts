import type { Insertable, Selectable } from 'kysely';
import type { PersonId, StageId } from '#domain/ids.ts';
import type { Meeting, MeetingFacts, MeetingPlan, Undo } from '#domain/meeting/meeting.ts';
import type { Relieved } from '#domain/meeting/take-over.ts';
import type { Target } from '#domain/meeting/target.ts';
import type { Timer } from '#domain/meeting/timer.ts';
import type { MeetingsTable } from './schema-meetings.ts';

export type MeetingRow = Selectable<MeetingsTable>;
type RoomColumns = Pick<
  Insertable<MeetingsTable>,
  | 'phase'
  | 'rev'
  | 'steered_rev'
  | 'queue_open'
  | 'current_stage'
  | 'since'
  | 'timer_ends_at'
  | 'timer_remaining_ms'
  | 'timer_was_running'
  | 'spotlight'
  | 'brought_rev'
  | 'undo'
  | 'started_at'
  | 'paused_at'
  | 'ended_at'
  | 'cancelled_at'
  | 'cancel_reason'
  | 'relieved'
  | 'paused_by_itself'
>;

/** A row as the state machine sees it: one member of the union, with only its phase's facts. */
export function meetingOf(
  row: MeetingRow,
  people: { facilitators: readonly PersonId[]; invited: readonly PersonId[] },
): Meeting {
  const facts = factsOf(row, people);
  switch (row.phase) {
    case 'planned':
    case 'lobby':
      return { ...facts, phase: row.phase };
    case 'live':
      return { ...facts, ...standingOf(row), phase: 'live' };
    case 'paused':
      return {
        ...facts,
        ...standingOf(row),
        phase: 'paused',
        pausedAt: must(row.paused_at),
        timerWasRunning: row.timer_was_running,
        byItself: row.paused_by_itself,
      };
    case 'ended':
      return {
        ...facts,
        phase: 'ended',
        startedAt: must(row.started_at),
        endedAt: must(row.ended_at),
        lastStage: must(row.current_stage),
        broughtRev: row.brought_rev,
      };
    case 'cancelled':
      return { ...facts, phase: 'cancelled', cancelledAt: must(row.cancelled_at), reason: row.cancel_reason };
  }
}

/** The columns a command may change. */
export function roomColumns(meeting: Meeting): RoomColumns {
  const facts = {
    phase: meeting.phase,
    rev: meeting.rev,
    steered_rev: meeting.steeredRev,
    queue_open: meeting.queueOpen,
    relieved: meeting.relieved === null ? null : JSON.stringify(meeting.relieved),
  };
  switch (meeting.phase) {
    case 'planned':
    case 'lobby':
      return { ...facts, ...NOWHERE };
    case 'live':
      return { ...facts, ...NOWHERE, ...standingColumns(meeting) };
    case 'paused':
      return {
        ...facts,
        ...NOWHERE,
        ...standingColumns(meeting),
        paused_at: meeting.pausedAt,
        timer_was_running: meeting.timerWasRunning,
        paused_by_itself: meeting.byItself,
      };
    case 'ended':
      return {
        ...facts,
        ...NOWHERE,
        started_at: meeting.startedAt,
        ended_at: meeting.endedAt,
        current_stage: meeting.lastStage,
        brought_rev: meeting.broughtRev,
      };
    case 'cancelled':
      return { ...facts, ...NOWHERE, cancelled_at: meeting.cancelledAt, cancel_reason: meeting.reason };
  }
}

const NOWHERE = {
  current_stage: null,
  since: null,
  timer_ends_at: null,
  timer_remaining_ms: null,
  timer_was_running: false,
  paused_by_itself: false,
  spotlight: null,
  undo: null,
  started_at: null,
  paused_at: null,
  ended_at: null,
  cancelled_at: null,
  cancel_reason: '',
};

const factsOf = (
  row: MeetingRow,
  people: { facilitators: readonly PersonId[]; invited: readonly PersonId[] },
): MeetingFacts => ({
  id: row.id,
  reviewId: row.review_id,
  kind: row.kind,
  plan: planOf(row, people),
  rev: row.rev,
  steeredRev: row.steered_rev,
  queueOpen: row.queue_open,
  relieved: relievedOf(row.relieved),
});

const planOf = (
  row: MeetingRow,
  people: { facilitators: readonly PersonId[]; invited: readonly PersonId[] },
): MeetingPlan => ({
  title: row.title,
  startsAt: row.starts_at,
  zone: row.zone,
  minutes: row.minutes,
  callLink: row.call_link,
  takeOver: row.take_over,
  scribe: row.scribe_id,
  ...people,
});

const standingOf = (row: MeetingRow) => ({
  startedAt: must(row.started_at),
  current: must(row.current_stage),
  since: must(row.since),
  timer: timerOf(row),
  spotlight: row.spotlight as Target | null,
  broughtRev: row.brought_rev,
  undo: undoOf(row.undo),
});

const standingColumns = (meeting: Extract<Meeting, { phase: 'live' | 'paused' }>) => ({
  started_at: meeting.startedAt,
  current_stage: meeting.current,
  since: meeting.since,
  timer_ends_at: meeting.timer.state === 'running' ? meeting.timer.endsAt : null,
  timer_remaining_ms: meeting.timer.state === 'paused' ? Math.round(meeting.timer.remainingMs) : null,
  spotlight: meeting.spotlight === null ? null : JSON.stringify(meeting.spotlight),
  brought_rev: meeting.broughtRev,
  undo: meeting.undo === null ? null : JSON.stringify(meeting.undo),
});

const timerOf = (row: MeetingRow): Timer =>
  row.timer_ends_at === null
    ? { state: 'paused', remainingMs: must(row.timer_remaining_ms) }
    : { state: 'running', endsAt: row.timer_ends_at };

/** As this file wrote it: instants have become strings. */
type StoredUndo = {
  until: string;
  current: StageId;
  since: string;
  timer: { state: 'running'; endsAt: string } | { state: 'paused'; remainingMs: number };
  spotlight: Target | null;
  /** not there in one that was stored before ready marks were */
  ready?: PersonId[];
  clocks: { id: StageId; spentMs: number; remainingMs: number | null; reachedAt: string | null }[];
};

function undoOf(value: unknown): Undo | null {
  if (value === null || value === undefined) return null;
  const stored = value as StoredUndo;
  return {
    until: new Date(stored.until),
    current: stored.current,
    since: new Date(stored.since),
    timer:
      stored.timer.state === 'running'
        ? { state: 'running', endsAt: new Date(stored.timer.endsAt) }
        : stored.timer,
    spotlight: stored.spotlight,
    ready: stored.ready ?? [],
    clocks: stored.clocks.map((clock) => ({
      ...clock,
      reachedAt: clock.reachedAt === null ? null : new Date(clock.reachedAt),
    })),
  };
}

const relievedOf = (value: unknown): Relieved | null => {
  if (value === null || value === undefined) return null;
  const { at, ...stored } = value as Omit<Relieved, 'at'> & { at: string };
  return { ...stored, at: new Date(at) };
};

/** A phase has its columns: anything else is a row nobody here wrote. */
function must<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a meeting row lacks what its phase has');
  return value;
}
