import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export const readyRows = (db: Database, meeting: MeetingId) =>
  db.selectFrom('ready_marks').select('person_id').where('meeting_id', '=', meeting).orderBy('person_id');

export const asReady = (rows: readonly { person_id: PersonId }[]): PersonId[] =>
  rows.map(({ person_id }) => person_id);

export async function saveReady(
  tx: Database,
  meeting: MeetingId,
  before: readonly PersonId[],
  after: readonly PersonId[],
): Promise<void> {
  const gone = before.filter((person) => !after.includes(person));
  const come = after.filter((person) => !before.includes(person));
  if (gone.length > 0)
    await tx
      .deleteFrom('ready_marks')
      .where('meeting_id', '=', meeting)
      .where('person_id', 'in', gone)
      .execute();
  if (come.length > 0)
    await tx
      .insertInto('ready_marks')
      .values(come.map((person_id) => ({ meeting_id: meeting, person_id })))
      .execute();
}
