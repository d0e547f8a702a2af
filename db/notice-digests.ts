import { type Kysely, sql } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

export interface DigestReader {
  person: PersonId;
  zone: string;
  toldUntil: Date;
}

/** Active people with an address who chose a daily letter for something, and until when the last one told them. */
export const listDigestReaders = async (db: Database): Promise<DigestReader[]> =>
  db
    .selectFrom('notice_digests')
    .innerJoin('people', 'people.id', 'notice_digests.person_id')
    .leftJoin('workspace', (join) => join.onTrue())
    .select([
      'people.id as person',
      sql<string>`coalesce(people.zone, workspace.zone, 'UTC')`.as('zone'),
      'told_until as toldUntil',
    ])
    .where('people.deactivated_at', 'is', null)
    .where('people.email', 'is not', null)
    .execute();

/** True for one caller: two nodes never write the same day's letter twice. */
export const moveDigest = async (
  db: Database,
  person: PersonId,
  { from, to }: { from: Date; to: Date },
): Promise<boolean> =>
  (
    await db
      .updateTable('notice_digests')
      .set({ told_until: to })
      .where('person_id', '=', person)
      .where('told_until', '=', from)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** Begins daily letters, or ends them. Begun again, only what happens from now on is told. */
export async function setDigest(db: Database, person: PersonId, begins: Date | null): Promise<void> {
  if (begins === null) await db.deleteFrom('notice_digests').where('person_id', '=', person).execute();
  else
    await db
      .insertInto('notice_digests')
      .values({ person_id: person, told_until: begins })
      .onConflict((same) => same.doNothing())
      .execute();
}
