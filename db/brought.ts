import type { Kysely } from 'kysely';
import type { MeetingId, PersonId } from '#domain/ids.ts';
import type { Brought } from '#domain/meeting/around/brought.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Everything brought to a meeting, in the order of its random ids: nothing tells when it came. */
export const listBrought = (db: Database, meeting: MeetingId): Promise<Brought[]> =>
  db
    .selectFrom('brought')
    .select(['id', 'author_id as by', 'words', 'touched'])
    .where('meeting_id', '=', meeting)
    .orderBy('id')
    .execute();

/** One statement for all, in the order given (U3). */
export async function insertBrought(
  tx: Database,
  meeting: MeetingId,
  brought: readonly Pick<Brought, 'id' | 'by' | 'words'>[],
): Promise<void> {
  if (brought.length === 0) return;
  await tx
    .insertInto('brought')
    .values(brought.map(({ id, by, words }) => ({ id, meeting_id: meeting, author_id: by, words })))
    .execute();
}

/** Whole names, for pages that say who; who is not there any more has none. */
export async function listNames(db: Database, people: readonly PersonId[]): Promise<Map<PersonId, string>> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const changeBrought = (tx: Database, id: string, words: string) =>
  tx.updateTable('brought').set({ words }).where('id', '=', id).execute();

export const withdrawBrought = (tx: Database, id: string) =>
  tx.deleteFrom('brought').where('id', '=', id).execute();

export const touchBrought = (tx: Database, id: string, touched: boolean) =>
  tx.updateTable('brought').set({ touched }).where('id', '=', id).execute();

/** U2: whether what came without a name has been opened. */
export const isBroughtOpened = async (db: Database, meeting: MeetingId): Promise<boolean> =>
  (await db
    .selectFrom('brought_opened')
    .select('meeting_id')
    .where('meeting_id', '=', meeting)
    .executeTakeFirst()) !== undefined;

export const markBroughtOpened = (tx: Database, meeting: MeetingId) =>
  tx.insertInto('brought_opened').values({ meeting_id: meeting }).execute();
