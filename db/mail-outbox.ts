import { type Kysely, sql } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** How a letter's facts name those who lead its meeting, in `leads`. */
export const LEADS_JOINED_BY = ' and ';

export interface NewLetter {
  line: string;
  /** Null where it is about no meeting. */
  meeting: MeetingId | null;
  person: PersonId;
  sequence: number;
  /** WORDS: without a calendar file. */
  method: 'REQUEST' | 'CANCEL' | 'WORDS';
  facts: unknown;
  at: Date;
}

export interface WaitingLetter {
  id: number;
  meeting: MeetingId | null;
  person: PersonId;
  facts: unknown;
  tries: number;
  queuedAt: Date;
  startsAt: Date | null;
  method: 'REQUEST' | 'CANCEL' | 'WORDS';
}

export async function queueLetters(db: Database, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  // as one value: thousands of them cost more than what they do
  await sql`
    insert into mail_outbox (line, meeting_id, person_id, sequence, method, facts, state, queued_at, next_try_at)
    select line, meeting, person, sequence, method, facts, 'waiting', at, at
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb)
      as letter (line text, meeting uuid, person uuid, sequence int, method text, facts jsonb, at timestamptz)`.execute(
    db,
  );
}

/** Letters whose time has come: of each line only its first, so that none overtakes another. */
export const listDueLetters = (db: Database, now: Date, limit: number): Promise<WaitingLetter[]> =>
  db
    .selectFrom('mail_outbox as letter')
    .leftJoin('meetings', 'meetings.id', 'letter.meeting_id')
    .select([
      'letter.id',
      'letter.meeting_id as meeting',
      'letter.person_id as person',
      'letter.facts',
      'letter.tries',
      'letter.queued_at as queuedAt',
      'letter.method',
      'meetings.starts_at as startsAt',
    ])
    .where('letter.state', '=', 'waiting')
    .where('letter.next_try_at', '<=', now)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('mail_outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.line', '=', 'letter.line')
            .whereRef('earlier.id', '<', 'letter.id')
            .where('earlier.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('letter.id')
    .limit(limit)
    .execute();

/**
 * Takes a letter for sending: nobody else does before `until`, when it is due again, in case whoever took it is gone.
 * False: somebody else has it, or it has been sent.
 */
export const claimLetter = async (
  db: Database,
  id: number,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> =>
  (
    await db
      .updateTable('mail_outbox')
      .set({ next_try_at: until })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('next_try_at', '<=', now)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** Its words go with it: from here on the mail server, or nobody, has them. */
export const finishLetter = (
  db: Database,
  id: number,
  { state, said, at }: { state: 'handed over' | 'given up'; said: string; at: Date },
) =>
  db
    .updateTable('mail_outbox')
    .set((row) => ({ state, said, done_at: at, facts: null, tries: row('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();

export const putLetterOff = (db: Database, id: number, { said, next }: { said: string; next: Date }) =>
  db
    .updateTable('mail_outbox')
    .set((row) => ({ said, next_try_at: next, tries: row('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();

/** Nobody answered this one: whatever else is due waits too, and says why. It uses up none of their tries. */
export const putAllOff = (
  db: Database,
  id: number,
  { said, now, next }: { said: string; now: Date; next: Date },
) =>
  db
    .updateTable('mail_outbox')
    .set({ said, next_try_at: next })
    .where('state', '=', 'waiting')
    .where((row) => row.or([row('next_try_at', '<=', now), row('id', '=', id)]))
    .execute();

export interface LetterState {
  state: 'waiting' | 'handed over' | 'given up';
  method: 'REQUEST' | 'CANCEL' | 'WORDS';
  said: string;
  queuedAt: Date;
  nextTryAt: Date;
  doneAt: Date | null;
}

/** The newest letter to each person about a meeting. */
export const listLastLetters = async (
  db: Database,
  meeting: MeetingId,
): Promise<Map<PersonId, LetterState>> => {
  const rows = await db
    .selectFrom('mail_outbox')
    .select([
      'person_id',
      'state',
      'method',
      'said',
      'queued_at as queuedAt',
      'next_try_at as nextTryAt',
      'done_at as doneAt',
    ])
    .distinctOn('person_id')
    .where('meeting_id', '=', meeting)
    .where('method', '!=', 'WORDS')
    .orderBy('person_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ person_id, ...state }) => [person_id, state]));
};

/** Who was written to, when, goes a month after. */
export const forgetLetters = (db: Database, before: Date) =>
  db
    .deleteFrom('mail_outbox')
    .where('state', '!=', 'waiting')
    .where(sql<boolean>`done_at < ${before}`)
    .execute();
