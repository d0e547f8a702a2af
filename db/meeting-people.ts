import type { Kysely } from 'kysely';
import type { PersonId } from '#domain/ids.ts';
import type { Schema } from './schema.ts';

/** Of these people, those who exist and are active. */
export const listActivePeople = async (
  db: Kysely<Schema>,
  people: readonly PersonId[],
): Promise<PersonId[]> => {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...new Set(people)])
    .where('deactivated_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
};
