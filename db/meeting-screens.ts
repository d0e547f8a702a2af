import type { Kysely, Selectable } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { ScreenChoices, ScreenPlace } from '#domain/meeting/screen.ts';
import type { Schema } from './schema.ts';
import type { MeetingScreensTable } from './schema-meetings.ts';

type Database = Kysely<Schema>;

export interface ScreenRow {
  token: string;
  secretHash: Uint8Array;
  madeBy: PersonId;
  madeAt: Date;
  choices: ScreenChoices;
}

/** A meeting has one screen link at most: a new one takes the place of the one before, what was chosen for it stays unless given anew. */
export const putScreen = (
  db: Database,
  meeting: MeetingId,
  { token, secretHash, madeBy, madeAt, choices }: ScreenRow,
) => {
  const row = {
    token_id: token,
    secret_hash: secretHash,
    made_by: madeBy,
    made_at: madeAt,
    ...columnsOf(choices),
  };
  return db
    .insertInto('meeting_screens')
    .values({ meeting_id: meeting, ...row })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(row))
    .execute();
};

export const findScreen = async (db: Database, meeting: MeetingId): Promise<ScreenRow | null> => {
  const row = await db
    .selectFrom('meeting_screens')
    .selectAll()
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  return row === undefined ? null : screenOf(row);
};

/** Whether there is one to change. */
export const saveScreenChoices = async (
  db: Database,
  meeting: MeetingId,
  choices: ScreenChoices,
): Promise<boolean> =>
  (
    await db
      .updateTable('meeting_screens')
      .set(columnsOf(choices))
      .where('meeting_id', '=', meeting)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

export const deleteScreen = async (db: Database, meeting: MeetingId): Promise<boolean> =>
  (await db.deleteFrom('meeting_screens').where('meeting_id', '=', meeting).executeTakeFirst())
    .numDeletedRows > 0n;

/** All that can change what a screen shows but for the write-up's words, in one short question: the room's `rev` and the screen's own row. */
export const readScreenMark = async (db: Database, meeting: MeetingId): Promise<string> => {
  const row = await db
    .selectFrom('meeting_screens')
    .innerJoin('meetings', 'meetings.id', 'meeting_screens.meeting_id')
    .select(['rev', 'phase', 'token_id', 'blank', 'frozen', 'show_time', 'show_parked'])
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  return JSON.stringify(row ?? null);
};

const columnsOf = ({ blank, frozen, showTime, showParked }: ScreenChoices) => ({
  blank,
  frozen: frozen === null ? null : JSON.stringify(frozen),
  show_time: showTime,
  show_parked: showParked,
});

const screenOf = (row: Selectable<MeetingScreensTable>): ScreenRow => ({
  token: row.token_id,
  secretHash: row.secret_hash,
  madeBy: row.made_by,
  madeAt: row.made_at,
  choices: {
    blank: row.blank,
    frozen: row.frozen as ScreenPlace | null,
    showTime: row.show_time,
    showParked: row.show_parked,
  },
});
