import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface RecordedEvent {
  meeting: MeetingId;
  rev: number;
  at: Date;
  /** Null: the program itself (M18). */
  actor: PersonId | null;
  command: string;
  /** Ids and choices, never words. */
  about: Record<string, string | number | boolean | null>;
}

/** M5: one per accepted command; a second with the same `rev` fails and takes its transaction with it. */
export const insertEvent = (tx: Database, event: RecordedEvent) =>
  tx.insertInto('meeting_events').values(eventColumns(event)).execute();

export const eventColumns = ({ meeting, rev, at, actor, command, about }: RecordedEvent) => ({
  meeting_id: meeting,
  rev,
  at,
  actor_id: actor,
  command,
  about: JSON.stringify(about),
});

/** The agenda as it went: when stages were reached and left, the meeting begun, paused, ended. Oldest first. */
export const listCourse = (
  db: Database,
  meeting: MeetingId,
): Promise<{ rev: number; at: Date | null; command: string; about: unknown }[]> =>
  db
    .selectFrom('meeting_events')
    .select(['rev', 'at', 'command', 'about'])
    .where('meeting_id', '=', meeting)
    .where('command', 'in', COURSE)
    .orderBy('rev')
    .execute();

const COURSE = ['start', 'next', 'back', 'go', 'undo', 'pause', 'resume', 'end', 'reopen', 'stage-remove'];

/** M17: who took over, gave the lead to somebody, or handed it back. Oldest first. */
export const listLeadChanges = (
  db: Database,
  meeting: MeetingId,
): Promise<{ at: Date | null; actor: PersonId | null; command: string; about: unknown }[]> =>
  db
    .selectFrom('meeting_events')
    .select(['at', 'actor_id as actor', 'command', 'about'])
    .where('meeting_id', '=', meeting)
    .where('command', 'in', ['take-over', 'hand-back', 'roles'])
    .orderBy('rev')
    .execute();

/** The last turns, tangents and sealed ideas of a meeting that goes on, oldest first: ids and times, nobody's name. */
export const listSigns = async (
  db: Database,
  meeting: MeetingId,
): Promise<{ at: Date; command: string; about: unknown }[]> => {
  const rows = await db
    .selectFrom('meeting_events')
    .select(['rev', 'at', 'command', 'about'])
    .where('meeting_id', '=', meeting)
    .where('command', 'in', ['next-speaker', 'seal'])
    .where('at', 'is not', null)
    .orderBy('rev', 'desc')
    .limit(MOST_SIGNS)
    .execute();
  return rows.reverse().flatMap(({ at, command, about }) => (at === null ? [] : [{ at, command, about }]));
};

const MOST_SIGNS = 60;

const HANDS_AND_TURNS = [
  'ready',
  'round-turn',
  'round-joined',
  'next-person',
  'round-start',
  'raise-hand',
  'change-hand',
  'lower-hand',
  'finish-turn',
  'next-speaker',
  'queue-order',
  'queue-remove',
];

/**
 * M5: once meetings that ended before this can no longer be reopened, nobody can count who spoke: events of hands and turns
 * lose actor, time and entry, and the rows of queue, rounds and ready marks go.
 */
export async function forgetWhoSpoke(db: Database, endedBefore: Date): Promise<void> {
  const over = db
    .selectFrom('meetings')
    .select('id')
    .where('phase', '=', 'ended')
    .where('ended_at', '<', endedBefore);
  await db
    .updateTable('meeting_events')
    .set({ at: null, actor_id: null, about: '{}' })
    .where('meeting_id', 'in', over)
    .where('command', 'in', HANDS_AND_TURNS)
    // of a guest who was let go, and of who was erased, only the time is left: it goes too
    .where('at', 'is not', null)
    .execute();
  await db.deleteFrom('queue_entries').where('meeting_id', 'in', over).execute();
  await db.deleteFrom('round_turns').where('meeting_id', 'in', over).execute();
  await db.deleteFrom('ready_marks').where('meeting_id', 'in', over).execute();
}
